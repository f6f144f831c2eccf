/**
 * Notes in the details which access token they are about, and which one they replace: a page that dies
 * before it has written the token leaves a whole session.
 * @param before The token that is stored; null: without one, there is no session until it is written.
 */
export function logged(details: string, before: string | null, token: string): string {
  if (before === null || before === token) return details;
  const known = JSON.parse(details) as object;
  return JSON.stringify({ ...known, written: { before: endOf(before), token } });
}

/** The access token of the last session written, if the write of it was interrupted: else the stored one. */
export function newest(stored: string | null, details: string | null): string | null {
  if (stored === null || details === null) return stored;
  const { before, token } = noteIn(details);
  return before === endOf(stored) && typeof token === 'string' ? token : stored;
}

function noteIn(details: string): { readonly before?: unknown; readonly token?: unknown } {
  try {
    const { written } = Object(JSON.parse(details)) as { readonly written?: object };
    return Object(written) as object;
  } catch {
    // Garbage left by somebody else.
    return {};
  }
}

/** Enough to tell tokens from each other. */
function endOf(token: string): string {
  return token.slice(-8);
}
