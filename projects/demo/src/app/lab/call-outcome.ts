import { HttpErrorResponse } from '@angular/common/http';

/** What became of one call. */
export type CallOutcome = 'waiting' | 'answered' | 'refused' | 'failed' | 'unreachable';

export function outcomeOf({ status }: HttpErrorResponse): CallOutcome {
  if (status === 0) return 'unreachable';
  return status === 401 || status === 403 ? 'refused' : 'failed';
}
