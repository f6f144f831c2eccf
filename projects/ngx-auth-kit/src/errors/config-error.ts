/**
 * The error for configuration that cannot work, thrown at start-up. Names the option, the value it
 * had and how to mend it.
 */
export function configError(option: string, value: unknown, fix: string): Error {
  return new Error(`ngx-auth-kit: option "${option}" is ${describe(value)}. ${fix}`);
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof RegExp) return `the RegExp ${value}`;
  if (Array.isArray(value)) return 'an array';
  return value !== null && typeof value === 'object' ? 'an object' : String(value);
}
