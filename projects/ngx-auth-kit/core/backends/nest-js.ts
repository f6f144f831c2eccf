import { AuthBackend } from './auth-backend';
import { FieldEntry, fieldMessages, itemsOf } from './field-messages';
import { messageAt } from './message-at';
import { bodyOf, property } from './property';
import { readTokens } from './read-tokens';

/**
 * NestJS, as in the chapter on authentication of its documentation. Ran against the real server
 * (`npm run test:servers`).
 *
 * - `POST /auth/login` with `{ username, password }` answers `{ access_token }`
 * - `GET /auth/profile` answers the user. In the sample, this is the payload of the token
 * - errors are `{ statusCode, message }`. If `ValidationPipe` refuses, `message` is a list of
 *   sentences that begin with the name of the field
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:3000', backend: nestJs })
 * ```
 */
export const nestJs: AuthBackend = {
  headerPrefix: 'Bearer',
  identifier: 'username',
  endpoints: {
    login: { path: '/auth/login' },
    status: { path: '/auth/profile' },
  },
  readTokens,
  readUser: ({ body }) => body as object | null,
  readError: (response) => {
    const message = property(bodyOf(response), 'message');
    if (!Array.isArray(message)) return messageAt(response, 'message');
    const sentences = itemsOf(message).filter((item) => typeof item === 'string');
    return { message: sentences.join('. '), fields: fieldMessages(sentences.map(toField)) };
  },
};

/** The sentences of class-validator: "email must be an email", "name should not be empty". */
function toField(sentence: string): FieldEntry {
  return [/^(\w+) (?:must|should) /.exec(sentence)?.[1], sentence];
}
