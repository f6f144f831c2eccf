/**
 * The error for configuration that cannot work: at start-up, or when guards lead in a circle. Names the
 * option, its value and the fix.
 */
export function configError(option: string, value: unknown, fix: string): Error {
  const described = typeof ngDevMode === 'undefined' || ngDevMode ? describe(value) : String(value);
  return new Error(`ngx-auth-kit: option "${option}" is ${described}. ${fix}`);
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof RegExp) return `the RegExp ${value}`;
  if (Array.isArray(value)) return 'an array';
  return value !== null && typeof value === 'object' ? 'an object' : String(value);
}
