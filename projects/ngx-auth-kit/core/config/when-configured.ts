import { inject } from '@angular/core';
import { Observable } from 'rxjs';
import { RunTimeConfig } from './run-time-config';

/** Runs a task at once, or as soon as configuration that is known at run time only is there. */
export function whenConfigured<T>(task: () => Observable<T>): Observable<T>;
export function whenConfigured<T>(task: () => T | Observable<T>): T | Observable<T>;
export function whenConfigured<T>(task: () => T | Observable<T>): T | Observable<T> {
  const config = inject(RunTimeConfig, { optional: true });
  return !config || config.isThere ? task() : config.whenThere(task);
}
