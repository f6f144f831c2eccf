/** An id for a session. `crypto.randomUUID` is missing on pages that are served without TLS. */
export function randomId(): string {
  const parts = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(parts, (part) => part.toString(36)).join('');
}
