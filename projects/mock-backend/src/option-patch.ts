import { dialectNames, endpointNames } from './mock-options.ts';
import type { MockOptions } from './mock-options.ts';

type Check = (value: unknown) => boolean;

const isNumber: Check = (value) => Number.isFinite(value);
const isAtLeastZero: Check = (value) => isNumber(value) && (value as number) >= 0;
const isBoolean: Check = (value) => typeof value === 'boolean';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);

const checks: Record<keyof MockOptions, Check> = {
  dialect: oneOf(...dialectNames),
  // Negative lifetimes are welcome: they make tokens that are expired at birth.
  tokenLifetime: orNull(isNumber),
  refreshTokenLifetime: orNull(isNumber),
  latency: isAtLeastZero,
  lateAnswers: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every(oneOf(...endpointNames)) &&
    Object.values(value).every(isAtLeastZero),
  outage: oneOf(false, 'error', 'network'),
  failing: (value) => Array.isArray(value) && value.every(oneOf(...endpointNames)),
  rateLimit: orNull(isAtLeastZero),
  rotation: isBoolean,
  reuseDetection: isBoolean,
  cors: oneOf(true, false, 'any'),
  clockOffset: isNumber,
};

/** The options in a patch from outside. Throws a readable message for a name or value unknown here. */
export function optionPatch(input: unknown): Partial<MockOptions> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new TypeError('The options must be a JSON object.');
  }
  for (const [name, value] of Object.entries(input)) {
    if (!Object.hasOwn(checks, name)) throw new TypeError(`Unknown option "${name}".`);
    if (!checks[name as keyof MockOptions](value)) {
      throw new TypeError(`Option "${name}" cannot be ${JSON.stringify(value)}.`);
    }
  }
  return input;
}
