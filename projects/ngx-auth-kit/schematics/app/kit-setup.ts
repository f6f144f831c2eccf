import type ts from 'typescript';
import { findCalls, findStaticCalls } from '../source/find-calls';
import type { Sources } from '../source/sources';

/** The package, as apps import it. */
export const KIT = 'ngx-auth-kit';

/** The call that sets ngx-auth-kit up, in the first of the files that has one; specs are not asked. */
export function findKitSetup(sources: Sources, paths: readonly string[]): ts.CallExpression | null {
  for (const path of paths) {
    const source = path.endsWith('.spec.ts') ? null : sources.find(path);
    if (!source?.text.includes(KIT)) continue;
    const [call] = [
      ...findCalls(source, 'provideAuth', KIT),
      ...findStaticCalls(source, 'AuthModule', 'forRoot', KIT),
    ];
    if (call) return call;
  }
  return null;
}
