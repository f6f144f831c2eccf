import type ts from 'typescript';
import { codeStyle, fitCode, indentationAt } from '../source/code-style';
import type { Edit } from '../source/edits';
import { dropImportProvidersFrom, dropModules, isImportProvidersFrom } from './drop-modules';

/**
 * Puts items in the place of a module in `imports` or `importProvidersFrom`, ahead of the call where that
 * keeps other modules. Another module may be dropped with it.
 */
export function replaceModules(
  module: ts.Expression,
  items: readonly string[],
  other: ts.Expression | null = null,
): Edit[] {
  const gone = other ? [module, other] : [module];
  if (items.length === 0) return dropModules(gone);
  const call = isImportProvidersFrom(module.parent) ? module.parent : null;
  const element = call ?? module;
  const source = element.getSourceFile();
  const style = codeStyle(source);
  const start = element.getStart(source);
  const indentation = indentationAt(source, start);
  const separator = `,${style.newline}${indentation}`;
  const code = items.map((item) => fitCode(item, indentation, style)).join(separator);
  const edit = { kind: 'text', path: source.fileName, start } as const;
  if (call?.arguments.some((each) => !gone.includes(each))) {
    return [{ ...edit, end: start, text: code + separator }, ...dropModules(gone)];
  }
  return [
    { ...edit, end: element.getEnd(), text: code },
    ...(call ? [dropImportProvidersFrom(call)] : []),
    ...dropModules(other && other.parent !== call ? [other] : []),
  ];
}
