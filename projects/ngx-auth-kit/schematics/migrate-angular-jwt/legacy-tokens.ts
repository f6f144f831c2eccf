import type ts from 'typescript';
import { KIT } from '../app/kit-setup';
import { codeStyle, stringLiteral } from '../source/code-style';
import { localName } from '../source/import-names';
import type { TokenPlace } from './token-place';

/** The feature that takes over a token which is stored inside of JSON; two-space code. */
export function legacyTokens(source: ts.SourceFile, { key, json }: TokenPlace): string {
  const name = localName(source, 'withLegacyTokens', KIT);
  const [quotedKey, nothing] = [key, 'null'].map((text) => stringLiteral(text, codeStyle(source)));
  const path = (json ?? []).map((property) => `?.${property}`).join('');
  return `${name}([${quotedKey}], (stored) => {
  const accessToken = JSON.parse(stored ?? ${nothing})${path};
  return accessToken ? { accessToken } : null;
})`;
}
