/** JSON as Flask's jsonify writes it: sorted keys, ASCII only, a line feed at the end. */
export function jsonify(body: unknown, status = 200, headers?: Record<string, string>): Response {
  const text = JSON.stringify(body, sorted).replace(/[\u007f-\uffff]/g, escaped);
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
