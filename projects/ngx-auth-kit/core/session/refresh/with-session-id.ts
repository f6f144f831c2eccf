import { SessionTokens } from '../session-tokens';

/** Gives tokens that have none yet the id that tells sessions apart. */
export function withSessionId(tokens: SessionTokens): SessionTokens {
  return tokens.sessionId === null ? { ...tokens, sessionId: randomId() } : tokens;
}

/** `crypto.randomUUID` is missing where a page is served without TLS. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    '',
  );
}
