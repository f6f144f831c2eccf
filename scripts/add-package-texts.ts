import { copyFileSync } from 'node:fs';

/** ng-packagr takes no files from outside the library's folder; the package shows the project's own. */
for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE']) {
  copyFileSync(file, `dist/ngx-auth-kit/${file}`);
}
