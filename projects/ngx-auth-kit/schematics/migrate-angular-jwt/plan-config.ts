import ts from 'typescript';
import { addToList } from '../app/app-list';
import { planHttpClient } from '../app/http-client';
import { findKitSetup } from '../app/kit-setup';
import type { NgAddOptions } from '../ng-add/ng-add-options';
import { codeStyle, fitCode, indentationAt } from '../source/code-style';
import type { Edit } from '../source/edits';
import { descendants } from '../source/find-calls';
import { localName } from '../source/import-names';
import { property } from '../source/object-properties';
import { removeFromList } from '../source/remove-from-list';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import type { JwtModuleCall } from './jwt-module';
import { mergeIntoKitCall, newKitCall } from './kit-call';
import type { KitOptions } from './kit-options';
import type { MigrationReport } from './migration-report';
import { dropTokenGetter } from './token-getter-leftovers';

/** What a migration knows when it plans the set-up. */
export interface ConfigMigration {
  readonly jwt: JwtModuleCall;
  readonly moved: KitOptions;
  readonly answers: Pick<NgAddOptions, 'baseUrl' | 'backend'>;
  /** Whether code that stays needs JwtHelperService. */
  readonly keepsHelper: boolean;
}

/** Puts ngx-auth-kit in the place of `JwtModule.forRoot`. @throws CannotEdit */
export function planConfig(
  sources: Sources,
  paths: readonly string[],
  { jwt, moved, answers, keepsHelper }: ConfigMigration,
  report: MigrationReport,
): Edit[] {
  const { setup, config } = jwt;
  const { path } = setup;
  const edits: Edit[] = [
    { kind: 'drop-import', path, symbol: 'JwtModule', module: ANGULAR_JWT },
    ...(keepsHelper ? [] : dropTokenGetter(sources, config)),
  ];
  const items: string[] = [];
  const known = findKitSetup(sources, paths);
  if (known) {
    edits.push(...mergeIntoKitCall(known, jwt, moved, report));
  } else {
    const call = newKitCall(jwt, moved, answers);
    items.push(call.code);
    edits.push(...call.edits);
    report.addToCheck(
      jwt.call,
      `baseUrl is '${answers.baseUrl}': make it the place of your auth endpoints`,
    );
  }
  const helper = keepsHelper ? helperProviders(jwt) : { items: [], edits: [] };
  edits.push(...helper.edits);
  if (setup.kind === 'standalone') {
    const http = planHttpClient(setup);
    items.push(...(http.provider ? [http.provider] : []), ...helper.items);
    edits.push(...http.edits);
  } else {
    edits.push(...addToList(setup, 'providers', helper.items));
  }
  report.addMoved(
    jwt.call,
    `JwtModule.forRoot → ${setup.kind === 'module' ? 'AuthModule.forRoot' : 'provideAuth'}`,
  );
  return [...edits, ...replaceElement(jwt, items)];
}

/** Keeps JwtHelperService working for code that stays, with the token getter it had. */
function helperProviders({ setup, config }: JwtModuleCall): { items: string[]; edits: Edit[] } {
  const source = config.getSourceFile();
  const [service, options] = ['JwtHelperService', 'JWT_OPTIONS'].map((symbol) =>
    localName(source, symbol, ANGULAR_JWT),
  );
  const getter = property(config, 'tokenGetter')
    ?.getText()
    .replace(/\r?\n\s*/g, ' ');
  return {
    items: [`${service}`, `{ provide: ${options}, useValue: { ${getter} } }`],
    edits: ['JwtHelperService', 'JWT_OPTIONS'].map((symbol) => ({
      kind: 'import',
      path: setup.path,
      symbol,
      module: ANGULAR_JWT,
    })),
  };
}

function replaceElement({ list, element, call, setup }: JwtModuleCall, items: string[]): Edit[] {
  const source = list.getSourceFile();
  const { path } = setup;
  const style = codeStyle(source);
  const start = element.getStart(source);
  const indentation = indentationAt(source, start);
  const separator = `,${style.newline}${indentation}`;
  const code = items.map((item) => fitCode(item, indentation, style)).join(separator);
  const others = ts.isCallExpression(element) && element !== call ? element.arguments : null;
  if (others && others.length > 1) {
    const before: Edit = { kind: 'text', path, start, end: start, text: code + separator };
    return [...(code ? [before] : []), removeFromList(others, call)];
  }
  return [
    ...(others ? dropLastImport(element as ts.CallExpression) : []),
    code
      ? { kind: 'text', path, start, end: element.getEnd(), text: code }
      : removeFromList(list.elements, element),
  ];
}

function dropLastImport({ expression }: ts.CallExpression): Edit[] {
  const source = expression.getSourceFile();
  const uses = descendants(source, ts.isIdentifier).filter(
    (node) => node.text === expression.getText() && !ts.findAncestor(node, ts.isImportDeclaration),
  );
  if (uses.length > 1) return [];
  const path = source.fileName;
  return [{ kind: 'drop-import', path, symbol: 'importProvidersFrom', module: '@angular/core' }];
}
