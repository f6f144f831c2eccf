const CALL = /\b(provide[A-Z]\w*)\((?:[^()]|\([^()]*\))*\)/g;
const IMPORT = /import \{([^}]*)\} from '([^']+)';/g;

/**
 * Adds the providers of a file that the CLI generated to the code that takes its place, unless it
 * brings its own. Whoever follows a README into a file that has something already keeps it, too: it is
 * what turns zones or hydration on.
 */
export function withKeptProviders(generated: string, code: string): string {
  const kept = [...generated.matchAll(CALL)].filter(([, name]) => !code.includes(`${name}(`));
  if (kept.length === 0) return code;
  const names = kept.map(([, name]) => name ?? '');
  const imports = [...generated.matchAll(IMPORT)].flatMap(([, imported = '', from]) => {
    const needed = names.filter((name) => imported.split(/[\s,]+/).includes(name));
    return needed.length > 0 ? `import { ${needed.join(', ')} } from '${from}';` : [];
  });
  if (!code.includes('providers: [')) throw new Error('There are no providers to add to.');
  const calls = kept.map(([call]) => call).join(', ');
  return `${imports.join('\n')}\n${code.replace('providers: [', `providers: [${calls}, `)}`;
}
