import ts from 'typescript';
import type { MigrationReport } from '../migration/migration-report';
import { descendants } from '../source/find-calls';
import type { Sources } from '../source/sources';
import { storageCall, type StorageKey } from './storage-call';

const ADVICE = {
  setItem:
    'stores the token directly, so ngx-auth-kit reads it only at the next start. ' +
    'Use `auth.setToken(…)`, or `auth.login(…)` for the whole sign-in',
  removeItem: 'removes the token directly, so ngx-auth-kit does not notice. Use `auth.logout()`',
};

/** Reports where the app stores or removes the token itself. */
export function reportStorageWrites(
  sources: Sources,
  paths: readonly string[],
  place: StorageKey,
  report: MigrationReport,
): void {
  for (const path of paths) {
    const source = path.endsWith('.spec.ts') ? null : sources.find(path);
    if (!source?.text.includes('Storage')) continue;
    for (const call of descendants(source, ts.isCallExpression)) {
      for (const [method, advice] of Object.entries(ADVICE)) {
        const found = storageCall(sources, call, method);
        const isToken = found?.key === place.key && found.storage === place.storage;
        if (isToken) report.addToCheck(call, advice);
      }
    }
  }
}
