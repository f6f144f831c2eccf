import { inject } from '@angular/core';
import { Observable } from 'rxjs';
import { RunTimeConfig } from './run-time-config';

/** Runs a task at once, or as soon as configuration that is known at run time only is there, and storage read. */
export function whenConfigured<T>(task: () => Observable<T>): Observable<T>;
export function whenConfigured<T>(task: () => T | Observable<T>): T | Observable<T>;
export function whenConfigured<T>(task: () => T | Observable<T>): T | Observable<T> {
  return whenThere(inject(RunTimeConfig, { optional: true }), task);
}

/** The same outside an injection context. */
export function whenThere<T>(
  config: RunTimeConfig | null,
  task: () => Observable<T>,
): Observable<T>;
export function whenThere<T>(
  config: RunTimeConfig | null,
  task: () => T | Observable<T>,
): T | Observable<T>;
export function whenThere<T>(config: RunTimeConfig | null, task: () => T | Observable<T>) {
  return !config || config.isThere ? task() : config.whenThere(task);
}
