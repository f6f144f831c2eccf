import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';

const REPOSITORY = 'https://github.com/ngx-auth-kit/ngx-auth-kit/blob/main/';
const PACKAGE = 'dist/ngx-auth-kit';

/** ng-packagr takes no files from outside the library's folder; the package shows the project's own. */
for (const file of ['README.md', 'CHANGELOG.md']) {
  // npm shows them without the rest of the repository around them.
  const text = readFileSync(file, 'utf8').replace(
    /\]\((?!https?:|#)([^)]+)\)/g,
    (_link, path: string) => `](${REPOSITORY}${path})`,
  );
  writeFileSync(`${PACKAGE}/${file}`, text);
}
copyFileSync('LICENSE', `${PACKAGE}/LICENSE`);
