import ts from 'typescript';
import { KIT } from '../app/kit-setup';
import { configProperties } from '../ng-add/kit-config-code';
import { DEFAULT_BACKEND, type NgAddOptions } from '../ng-add/ng-add-options';
import { CannotEdit } from '../source/cannot-edit';
import { carryImports } from '../source/carry-imports';
import type { Edit } from '../source/edits';
import { localName } from '../source/import-names';
import { bracketList, insertIntoList } from '../source/insert-into-list';
import { property } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import type { JwtModuleCall } from './jwt-module';
import type { KitOptions } from './kit-options';
import { legacyTokens } from './legacy-tokens';
import type { MigrationReport } from './migration-report';

/** The call that takes the place of `JwtModule.forRoot`, and the imports it needs. @throws CannotEdit */
export function newKitCall(
  sources: Sources,
  { setup }: JwtModuleCall,
  moved: KitOptions,
  answers: Pick<NgAddOptions, 'baseUrl' | 'backend'>,
): { code: string; edits: Edit[] } {
  const { path, kind, object } = setup;
  const source = object.getSourceFile();
  const symbol = kind === 'module' ? 'AuthModule' : 'provideAuth';
  const name = localName(source, symbol, KIT);
  const lines = [
    ...configProperties(source, answers).map((code) => `${code},`),
    ...[...moved.properties].map(([option, code]) => `${option}: ${code},`),
    ...leftAsComments(moved),
  ];
  const config = `{\n${lines.map((line) => `  ${line}\n`).join('')}}`;
  const call = `${name}${kind === 'module' ? '.forRoot' : ''}`;
  const { features, edits } = featuresOf(source, moved);
  const symbols = [symbol, ...(answers.backend === DEFAULT_BACKEND ? [] : [answers.backend])];
  return {
    code: `${call}(${[config, ...features].join(', ')})`,
    edits: [
      ...edits,
      ...symbols.map((each): Edit => ({ kind: 'import', path, symbol: each, module: KIT })),
      ...carryImports(sources, moved.expressions, source),
    ],
  };
}

/** Adds the moved options to a set-up that is there already; its own options stay. @throws CannotEdit */
export function mergeIntoKitCall(
  sources: Sources,
  call: ts.CallExpression,
  moved: KitOptions,
  report: MigrationReport,
): Edit[] {
  const source = call.getSourceFile();
  const [config] = call.arguments;
  if (!config || !ts.isObjectLiteralExpression(config)) {
    throw new CannotEdit(
      source.fileName,
      'the config of ngx-auth-kit is not an object literal: add the options there by hand: ' +
        [...moved.properties].map(([option, code]) => `${option}: ${code}`).join(', '),
      call,
    );
  }
  const missing = [...moved.properties].filter(([option, code]) => {
    const known = property(config, option);
    if (known)
      report.addToCheck(known, `${option} is kept; from ${ANGULAR_JWT} it would be ${code}`);
    return !known;
  });
  const isThere = call.arguments.some((each) => each.getText().startsWith('withLegacyTokens'));
  const { features, edits } = isThere ? NO_FEATURES : featuresOf(source, moved);
  return [
    ...insertIntoList(
      bracketList(config),
      missing.map(([option, code]) => `${option}: ${code}`),
    ),
    ...insertIntoList(bracketList(call), features),
    ...edits,
    ...carryImports(sources, moved.expressions, source),
  ];
}

interface Features {
  readonly features: readonly string[];
  readonly edits: readonly Edit[];
}

const NO_FEATURES: Features = { features: [], edits: [] };

function featuresOf(source: ts.SourceFile, { place }: KitOptions): Features {
  if (!place?.json) return NO_FEATURES;
  const symbol = 'withLegacyTokens';
  return {
    features: [legacyTokens(source, place)],
    edits: [{ kind: 'import', path: source.fileName, symbol, module: KIT }],
  };
}

function leftAsComments({ left }: KitOptions): string[] {
  return left
    .flatMap((option) => `Not moved from ${ANGULAR_JWT}: ${option}`.split(/\r?\n/))
    .map((line) => `// ${line.trim()}`);
}
