import ts from 'typescript';
import type { AppSetup } from '../app/app-setup';
import { KIT } from '../app/kit-setup';
import { CannotEdit } from '../source/cannot-edit';
import { carryImports } from '../source/carry-imports';
import type { Edit } from '../source/edits';
import { localName } from '../source/import-names';
import { bracketList, insertIntoList } from '../source/insert-into-list';
import { property } from '../source/object-properties';
import type { Sources } from '../source/sources';
import type { MigrationReport } from './migration-report';
import type { MovedConfig, MovedFeature } from './moved-config';

/** The call that takes the place of the other package's, and the imports it needs. @throws CannotEdit */
export function newKitCall(
  sources: Sources,
  { path, kind, object }: AppSetup,
  moved: MovedConfig,
  from: string,
): { code: string; edits: Edit[] } {
  const source = object.getSourceFile();
  const symbol = kind === 'module' ? 'AuthModule' : 'provideAuth';
  const lines = [
    ...[...moved.properties].map(([option, code]) => `${option}: ${code},`),
    ...leftAsComments(moved, from),
  ];
  const indented = lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}\n`).join('');
  const call = `${localName(source, symbol, KIT)}${kind === 'module' ? '.forRoot' : ''}`;
  const features = moved.features.map((feature) => feature.code(source));
  return {
    code: `${call}(${[`{\n${indented}}`, ...features].join(', ')})`,
    edits: [{ kind: 'import', path, symbol, module: KIT }, ...importsOf(sources, source, moved)],
  };
}

/** Adds the moved options to a set-up that is there already; its own options stay. @throws CannotEdit */
export function mergeIntoKitCall(
  sources: Sources,
  call: ts.CallExpression,
  moved: MovedConfig,
  report: MigrationReport,
): Edit[] {
  const source = call.getSourceFile();
  const [config] = call.arguments;
  if (!config || !ts.isObjectLiteralExpression(config)) {
    const code = [...moved.properties].map(([option, value]) => `${option}: ${value}`).join(', ');
    throw new CannotEdit(
      source.fileName,
      `the config of ngx-auth-kit is not an object literal. Add ${code} by hand`,
      call,
    );
  }
  const missing = [...moved.properties].filter(([option, code]) => {
    const known = property(config, option);
    if (known) report.addKept(known, option, code);
    return !known;
  });
  const isMissing = ({ symbol }: MovedFeature) =>
    !call.arguments.some((each) => each.getText().startsWith(symbol));
  const features = moved.features.filter(isMissing);
  const properties = missing.map(([option, code]) => `${option}: ${code}`);
  return [
    ...insertIntoList(bracketList(config), properties),
    ...insertIntoList(
      bracketList(call),
      features.map((feature) => feature.code(source)),
    ),
    ...importsOf(sources, source, { ...moved, features }),
  ];
}

function importsOf(
  sources: Sources,
  source: ts.SourceFile,
  { symbols, features, expressions }: MovedConfig,
): Edit[] {
  const named = [...symbols, ...features.map(({ symbol }) => symbol)];
  return [
    ...named.map((symbol): Edit => ({
      kind: 'import',
      path: source.fileName,
      symbol,
      module: KIT,
    })),
    ...carryImports(sources, expressions, source),
  ];
}

function leftAsComments({ left }: MovedConfig, from: string): string[] {
  return left
    .flatMap((option) => `Not moved from ${from}: ${option}`.split(/\r?\n/))
    .map((line) => `// ${line.trim()}`);
}
