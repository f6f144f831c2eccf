import type { Dictionary } from '../flask/get-json.ts';

export interface CannedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | null;
}

const bodiless = [204, 205, 304];

/** The answer a test made up: `{status, headers, body, contentType}`, all optional. */
export function cannedAnswer(input: Dictionary): CannedAnswer {
  const { status = 200, headers: given = {}, body, contentType } = input;
  if (!Number.isInteger(status) || (status as number) < 200 || (status as number) > 599) {
    throw new RangeError('"status" must be a whole number from 200 to 599.');
  }
  const headers = new Headers(given as Record<string, string>);
  const isText = typeof body === 'string';
  if (contentType !== undefined) headers.set('content-type', String(contentType));
  else if (body !== undefined && !headers.has('content-type')) {
    headers.set('content-type', isText ? 'text/html; charset=utf-8' : 'application/json');
  }
  const text = isText ? body : body === undefined ? null : JSON.stringify(body);
  return {
    status: status as number,
    headers,
    body: bodiless.includes(status as number) ? null : text,
  };
}

export function cannedResponse({ status, headers, body }: CannedAnswer): Response {
  return new Response(body, { status, headers });
}
