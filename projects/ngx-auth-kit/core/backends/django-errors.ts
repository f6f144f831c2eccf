import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { AuthErrorDetails } from '../errors/auth-error';
import { entriesOf, fieldMessages, firstText } from './field-messages';
import { bodyOf, property } from './property';

/** What Django REST framework says beside the fields; `messages` is Simple JWT's. */
const NOT_FIELDS: readonly unknown[] = ['detail', 'code', 'messages', 'non_field_errors'];

/**
 * Reads `{ detail }`, `{ non_field_errors: […] }` and `{ field: […] }`, as Django REST framework
 * answers.
 */
export function readDjangoError(
  response: HttpResponse<unknown> | HttpErrorResponse,
): AuthErrorDetails {
  const body = bodyOf(response);
  return {
    message: firstText(property(body, 'detail')) ?? firstText(property(body, 'non_field_errors')),
    fields: fieldMessages(entriesOf(body).filter(([name]) => !NOT_FIELDS.includes(name))),
  };
}
