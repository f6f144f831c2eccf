import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { defaultOptions } from './mock-options.ts';
import { optionPatch } from './option-patch.ts';

describe('optionPatch', () => {
  it('takes the defaults and every other value that makes sense', () => {
    const others = {
      dialect: 'refresh-token',
      tokenLifetime: -5,
      refreshTokenLifetime: 60,
      latency: 250,
      lateAnswers: { refresh: 800 },
      outage: 'network',
      failing: ['login', 'refresh'],
      rateLimit: 0,
      rotation: false,
      reuseDetection: false,
      cors: 'any',
      clockOffset: -86_400,
    };
    assert.deepEqual(optionPatch(defaultOptions()), defaultOptions());
    assert.deepEqual(optionPatch(others), others);
    assert.deepEqual(optionPatch({}), {});
  });

  const wrong: [name: string, value: unknown][] = [
    ['dialect', 'django'],
    ['tokenLifetime', '30'],
    ['latency', -1],
    ['latency', Number.NaN],
    ['lateAnswers', null],
    ['lateAnswers', { nothing: 1 }],
    ['lateAnswers', { refresh: -1 }],
    ['outage', true],
    ['failing', 'login'],
    ['failing', ['nothing']],
    ['rateLimit', false],
    ['rotation', null],
    ['reuseDetection', 1],
    ['cors', 'none'],
    ['clockOffset', null],
    ['constructor', 1],
    ['__proto__x', 1],
  ];
  for (const [name, value] of wrong) {
    it(`refuses ${name}: ${JSON.stringify(value)}`, () => {
      assert.throws(() => optionPatch({ [name]: value }), new RegExp(name));
    });
  }

  it('refuses what is no object', () => {
    for (const input of [null, [], 'x', 5]) assert.throws(() => optionPatch(input), TypeError);
  });
});
