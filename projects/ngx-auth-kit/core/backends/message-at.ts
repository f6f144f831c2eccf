import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { AuthErrorDetails } from '../errors/auth-error';
import { bodyOf, textProperty } from './property';

/** What a refusal says in the first of these properties that holds text. */
export function messageAt(
  response: HttpResponse<unknown> | HttpErrorResponse,
  ...names: readonly string[]
): AuthErrorDetails | null {
  const message = textProperty(bodyOf(response), ...names);
  return message === undefined ? null : { message };
}
