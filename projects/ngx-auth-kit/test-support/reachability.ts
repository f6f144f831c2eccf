import { signal } from '@angular/core';
import { SessionQuestion } from '../core/session/check/session-question';

/** Stands for a question that gets no answer as long as the spec says so. */
export function provideReachability() {
  const isUnreachable = signal(false);
  const provider = { provide: SessionQuestion, useValue: { isUnreachable } };
  return { isUnreachable, provider };
}
