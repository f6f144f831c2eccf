import { parseArgs } from 'node:util';

import { optionPatch } from './option-patch.ts';
import type { ServeOptions } from './serve.ts';

/** A command line that makes no sense; the message is one line to print. */
export class UsageError extends Error {}

const options = {
  port: { type: 'string', default: '5000' },
  dialect: { type: 'string' },
  database: { type: 'string' },
  lifetime: { type: 'string' },
} as const;

export function commandLine(args: readonly string[]): ServeOptions {
  try {
    const { port, dialect, database, lifetime } = parseArgs({ args: [...args], options }).values;
    const patch = optionPatch({
      ...(dialect !== undefined && { dialect }),
      ...(lifetime !== undefined && { tokenLifetime: wholeNumber('lifetime', lifetime) }),
    });
    return { ...patch, port: wholeNumber('port', port), ...(database && { database }) };
  } catch (error) {
    // Node adds advice after the first sentence.
    const [line = ''] = (error as Error).message.split(/(?<=\.) |\n/);
    throw new UsageError(line, { cause: error });
  }
}

function wholeNumber(name: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new TypeError(`--${name} takes a whole number, not "${text}".`);
}
