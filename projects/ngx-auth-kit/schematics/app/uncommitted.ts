import { spawnSync } from 'node:child_process';

/** What `npm install` and `ng add` have changed themselves when a schematic begins. */
const INSTALLED =
  /(^|\/)(package\.json|package-lock\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?)$/;

/** One line of advice when git has changes in this folder that are not committed; null without git. */
export function uncommittedNote(folder = process.cwd()): string | null {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const changed = status === 0 ? stdout.split('\n').filter((line) => line) : [];
  if (changed.every((line) => INSTALLED.test(line.slice(3)))) return null;
  return 'You had uncommitted changes before this command. git diff shows them together with its edits.';
}
