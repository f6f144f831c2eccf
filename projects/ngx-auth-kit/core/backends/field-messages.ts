import { isObject } from './property';

/** A field and what is wrong with it: text or a list of texts, if the answer is well formed. */
export type FieldEntry = readonly [field: unknown, messages: unknown];

/** The first message of each field, by its name; undefined where there is none. */
export function fieldMessages(
  entries: readonly FieldEntry[],
): Readonly<Record<string, string>> | undefined {
  const fields = new Map<string, string>();
  for (const [field, messages] of entries) {
    const message = firstText(messages);
    if (typeof field === 'string' && message !== undefined && !fields.has(field)) {
      fields.set(field, message);
    }
  }
  return fields.size > 0 ? Object.fromEntries(fields) : undefined;
}

/** The first text of a value that is text or a list; undefined where there is none. */
export function firstText(value: unknown): string | undefined {
  return [value].flat().find((item): item is string => typeof item === 'string' && item !== '');
}

/** The entries of `{ field: messages }`, as Django, Laravel and Rails write it. */
export function entriesOf(value: unknown): readonly FieldEntry[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The items of a list; none where the value is something else. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
