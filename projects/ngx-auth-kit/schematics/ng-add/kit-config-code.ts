import type ts from 'typescript';
import { codeStyle, stringLiteral } from '../source/code-style';
import { localName } from '../source/import-names';
import { KIT } from '../app/kit-setup';
import { DEFAULT_BACKEND, type NgAddOptions } from './ng-add-options';

/** The properties of the config that the answers of the user make. */
export function configProperties(
  source: ts.SourceFile,
  { baseUrl, backend }: Pick<NgAddOptions, 'baseUrl' | 'backend'>,
): string[] {
  const properties = [`baseUrl: ${stringLiteral(baseUrl, codeStyle(source))}`];
  if (backend === DEFAULT_BACKEND) return properties;
  return [...properties, `backend: ${localName(source, backend, KIT)}`];
}
