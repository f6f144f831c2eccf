import { isObject, property } from './property';

/** The object at `name` of a body; null if there is none. */
export function userAt(body: unknown, name: string): object | null {
  const user = property(body, name);
  return isObject(user) ? user : null;
}
