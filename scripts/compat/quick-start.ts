/** The set-ups that the README shows, by the section that shows them. */
export type SetUp = 'standalone' | 'NgModule';

/**
 * The code of a quick start, by the name of the file it belongs in, as the README has it: whoever
 * follows it types just that.
 * @throws when the README does not have that section, or its code does not name its file.
 */
export function quickStart(readme: string, setUp: SetUp): ReadonlyMap<string, string> {
  const section = readme.split(/^## /m).find((text) => text.startsWith(`Quick start, ${setUp}\n`));
  if (!section) throw new Error(`The README has no section "Quick start, ${setUp}".`);
  const files = new Map<string, string>();
  for (const [, code = ''] of section.matchAll(/^```ts\n(.*?)^```$/gms)) {
    const file = /^\/\/ (\S+\.ts)\n/.exec(code)?.[1];
    if (!file) throw new Error(`The README's code does not name its file:\n${code}`);
    files.set(file, code);
  }
  if (files.size === 0) throw new Error(`The README's quick start, ${setUp}, has no code.`);
  return files;
}
