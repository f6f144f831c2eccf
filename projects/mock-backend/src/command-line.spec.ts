import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { commandLine, UsageError } from './command-line.ts';

describe('commandLine', () => {
  it('has port 5000 and nothing else by default', () => {
    assert.deepEqual(commandLine([]), { port: 5_000 });
  });

  it('reads every option', () => {
    const line = '--port 0 --dialect flask-jwt --database file.sqlite --lifetime 30';
    assert.deepEqual(commandLine(line.split(' ')), {
      port: 0,
      dialect: 'flask-jwt',
      database: 'file.sqlite',
      tokenLifetime: 30,
    });
  });

  const wrong: [line: string, message: string][] = [
    ['--speed', "Unknown option '--speed'"],
    ['extra', "Unexpected argument 'extra'."],
    ['--port', "Option '--port <value>' argument missing"],
    ['--port http', '--port takes a whole number, not "http".'],
    ['--lifetime 1.5', '--lifetime takes a whole number, not "1.5".'],
    ['--dialect django', 'Option "dialect" cannot be "django".'],
  ];
  for (const [line, message] of wrong) {
    it(`refuses "${line}" in one sentence`, () => {
      assert.throws(
        () => commandLine(line.split(' ')),
        (error) => error instanceof UsageError && error.message.trim() === message,
      );
    });
  }
});
