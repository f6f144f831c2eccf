import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { typeErrors } from './type-errors';
import { appTree } from './app-tree';

describe('the compiler over apps in memory', () => {
  it('finds wrong types, imports that lead nowhere and imports that are left over', () => {
    const tree = appTree('standalone', {
      'app.ts': 'export class App {}\n',
      'app.config.ts': `import { provideAuth } from 'ngx-auth-kit';
import { JwtModule } from '@auth0/angular-jwt';
import { gone } from './gone';

export const appConfig = { providers: [provideAuth({ baseUrl: 1 }), gone] };
`,
    });
    const errors = typeErrors(tree).join('\n');
    assert.match(errors, /app\.config\.ts:5: Type 'number' is not assignable/);
    assert.match(errors, /app\.config\.ts:3: Cannot find module '\.\/gone'/);
    assert.match(errors, /app\.config\.ts:2: 'JwtModule' is declared but/);
  });
});
