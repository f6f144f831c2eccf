import { HttpError } from './http-error.ts';

const wrongType =
  'Did not attempt to load JSON data because the request Content-Type was not ' +
  "'application/json'.";

/** Flask 2.2's `request.get_json()`; `force` reads the body whatever its type says. */
export async function getJson(request: Request, { force = false } = {}): Promise<unknown> {
  if (!force && !isJson(request.headers.get('content-type'))) throw new HttpError(400, wrongType);
  try {
    return JSON.parse(await request.text());
  } catch {
    // Not JSON, or no body at all.
    throw new HttpError(400);
  }
}

export type Dictionary = Record<string, unknown>;

/** For code that reads `data[...]` without a check: anything but an object is a crash. */
export async function getDictionary(
  request: Request,
  options?: { force?: boolean },
): Promise<Dictionary> {
  const dictionary = asDictionary(await getJson(request, options));
  if (!dictionary) throw new TypeError('The body is not a JSON object.');
  return dictionary;
}

export function asDictionary(json: unknown): Dictionary | undefined {
  const isDictionary = typeof json === 'object' && json !== null && !Array.isArray(json);
  return isDictionary ? (json as Dictionary) : undefined;
}

function isJson(contentType: string | null): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^application\/(.+\+)?json$/.test(type);
}
