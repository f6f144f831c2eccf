import type { Edit } from '../source/edits';
import { bracketList, insertIntoList } from '../source/insert-into-list';
import { type AppSetup, listIn } from './app-setup';

/** Adds items to `providers` or `imports`, which is made where there is none. @throws CannotEdit */
export function addToList(
  setup: AppSetup,
  name: 'imports' | 'providers',
  items: readonly string[],
): Edit[] {
  if (items.length === 0) return [];
  const list = listIn(setup, name);
  if (list) return insertIntoList(bracketList(list), items);
  const code = `${name}: [\n${items.map((item) => `  ${item},\n`).join('')}]`;
  return insertIntoList(bracketList(setup.object), [code]);
}
