import { HttpErrorResponse, HttpResponse } from '@angular/common/http';

/** An own property of an answer of unknown shape; undefined where there is no such thing. */
export function property(source: unknown, name: string): unknown {
  return source !== null && typeof source === 'object' && Object.hasOwn(source, name)
    ? (source as Record<string, unknown>)[name]
    : undefined;
}

/** The first of these properties that holds text; undefined where none does. */
export function textProperty(source: unknown, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = property(source, name);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** Whether a value is an object and not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The body of an answer, whether HttpClient calls it a success or an error. */
export function bodyOf(response: HttpResponse<unknown> | HttpErrorResponse): unknown {
  return response instanceof HttpErrorResponse ? response.error : response.body;
}
