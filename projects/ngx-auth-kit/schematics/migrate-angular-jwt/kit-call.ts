import ts from 'typescript';
import { KIT } from '../app/kit-setup';
import { configProperties } from '../ng-add/kit-config-code';
import { DEFAULT_BACKEND, type NgAddOptions } from '../ng-add/ng-add-options';
import { CannotEdit } from '../source/cannot-edit';
import type { Edit } from '../source/edits';
import { localName } from '../source/import-names';
import { bracketList, insertIntoList } from '../source/insert-into-list';
import { property } from '../source/object-properties';
import { ANGULAR_JWT } from './angular-jwt';
import type { JwtModuleCall } from './jwt-module';
import type { KitOptions } from './kit-options';
import type { MigrationReport } from './migration-report';

/** The call that takes the place of `JwtModule.forRoot`, and the imports it needs. */
export function newKitCall(
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
  const symbols = [symbol, ...(answers.backend === DEFAULT_BACKEND ? [] : [answers.backend])];
  return {
    code: `${name}${kind === 'module' ? '.forRoot' : ''}({\n${lines.map((line) => `  ${line}\n`).join('')}})`,
    edits: symbols.map((each) => ({ kind: 'import', path, symbol: each, module: KIT })),
  };
}

/** Adds the moved options to a set-up that is there already; its own options stay. @throws CannotEdit */
export function mergeIntoKitCall(
  call: ts.CallExpression,
  { setup }: JwtModuleCall,
  moved: KitOptions,
  report: MigrationReport,
): Edit[] {
  const path = call.getSourceFile().fileName;
  const [config] = call.arguments;
  if (!config || !ts.isObjectLiteralExpression(config)) {
    throw new CannotEdit(path, 'the config of ngx-auth-kit is not an object literal', call);
  }
  if (path !== setup.path && moved.namesVariables) {
    throw new CannotEdit(
      setup.path,
      'options name variables, and ngx-auth-kit is set up elsewhere',
      setup.object,
    );
  }
  const missing = [...moved.properties].filter(([option, code]) => {
    const known = property(config, option);
    if (known)
      report.addToCheck(known, `${option} is kept; from ${ANGULAR_JWT} it would be ${code}`);
    return !known;
  });
  return insertIntoList(
    bracketList(config),
    missing.map(([option, code]) => `${option}: ${code}`),
  );
}

function leftAsComments({ left }: KitOptions): string[] {
  return left
    .flatMap((option) => `Not moved from ${ANGULAR_JWT}: ${option}`.split(/\r?\n/))
    .map((line) => `// ${line.trim()}`);
}
