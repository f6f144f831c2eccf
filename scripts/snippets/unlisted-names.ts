import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const LIBRARY = 'projects/ngx-auth-kit';

/** The guides that list every member of a type, and where the type is. */
const LISTED_TYPES = [
  ['docs/configuration.md', 'core/config/auth-config.ts', 'AuthConfig'],
  ['docs/configuration.md', 'core/backends/auth-backend.ts', 'AuthBackend'],
  ['docs/configuration.md', 'core/backends/auth-backend.ts', 'AuthEndpoint'],
  ['docs/configuration.md', 'core/backends/auth-backend.ts', 'AuthXsrf'],
  ['docs/configuration.md', 'core/storage/auth-storage.ts', 'AuthStorage'],
  ['docs/configuration.md', 'core/session/refresh/with-token-refresh.ts', 'TokenRefreshOptions'],
  ['docs/configuration.md', 'core/session/idle/with-idle-timeout.ts', 'IdleTimeoutOptions'],
  ['docs/refresh-and-tabs.md', 'core/session/auth-event.ts', 'AuthEventType'],
  ['docs/troubleshooting.md', 'core/errors/auth-error.ts', 'AuthErrorCode'],
] as const;

/** The guides that list every export with such a name. */
const LISTED_EXPORTS = [
  ['docs/configuration.md', 'core/public-api.ts', /^with[A-Z]/],
  ['docs/testing.md', 'testing/public-api.ts', /Harness$/],
] as const;

/** The names that a guide with a complete list lacks. */
export function unlistedNames(root: string): string[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const parse = (path: string) =>
    ts.createSourceFile(path, read(join(LIBRARY, path)), ts.ScriptTarget.ES2022);
  const lists = [
    ...LISTED_TYPES.map(([guide, path, type]) => ({ guide, names: membersOf(parse(path), type) })),
    ...LISTED_EXPORTS.map(([guide, path, pattern]) => ({
      guide,
      names: exportsOf(parse(path)).filter((name) => pattern.test(name)),
    })),
  ];
  return lists.flatMap(({ guide, names }) => {
    const text = read(guide);
    return names
      .filter((name) => !new RegExp(`\`${name}\\b`).test(text))
      .map((name) => `${guide}  does not list: ${name}`);
  });
}

/** The properties of an interface, or the texts of a union. */
function membersOf(file: ts.SourceFile, type: string): string[] {
  const names: string[] = [];
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === type) {
      for (const { name } of statement.members) if (name) names.push(name.getText(file));
    }
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === type) {
      const texts = statement.type.getText(file).matchAll(/'(\w+)'/g);
      for (const [, text = ''] of texts) names.push(text);
    }
  }
  if (names.length === 0) throw new Error(`${file.fileName} has no ${type}.`);
  return names;
}

function exportsOf(file: ts.SourceFile): string[] {
  return file.statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) && statement.exportClause
      ? [...statement.exportClause.getText(file).matchAll(/\w+/g)].map(([name]) => name)
      : [],
  );
}
