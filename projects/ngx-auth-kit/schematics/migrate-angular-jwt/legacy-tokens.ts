import { KIT } from '../app/kit-setup';
import type { MovedFeature } from '../migration/moved-config';
import { codeStyle, stringLiteral } from '../source/code-style';
import { localName } from '../source/import-names';
import type { TokenPlace } from './token-place';

/** The feature that takes over a token which is stored inside of JSON. */
export function legacyTokens({ key, json }: TokenPlace): MovedFeature {
  const symbol = 'withLegacyTokens';
  const path = (json ?? []).map(memberCode).join('');
  return {
    symbol,
    code: (source) => {
      const [stored, nothing] = [key, 'null'].map((text) => stringLiteral(text, codeStyle(source)));
      return `${localName(source, symbol, KIT)}([${stored}], (stored) => {
  const accessToken = JSON.parse(stored ?? ${nothing})${path};
  return accessToken ? { accessToken } : null;
})`;
    },
  };
}

function memberCode(name: string): string {
  return /^[\w$]+$/.test(name) ? `?.${name}` : `?.[${JSON.stringify(name)}]`;
}
