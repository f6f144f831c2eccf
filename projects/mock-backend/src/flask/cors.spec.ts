import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { defaultOptions } from '../mock-options.ts';
import type { MockOptions } from '../mock-options.ts';
import { cors } from './cors.ts';
import type { CorsPolicy } from './cors.ts';
import { flaskApp } from './flask-app.ts';
import { HttpError } from './http-error.ts';

const origin = 'http://app.example';

async function allowed(
  policy: CorsPolicy,
  option: MockOptions['cors'],
  path = '/',
): Promise<Headers> {
  const app = flaskApp();
  app.use(cors(policy, { ...defaultOptions(), cors: option }));
  app.get('/', (c) => c.text('ok'));
  app.get('/refused', () => {
    throw new HttpError(400);
  });
  app.get('/crash', () => {
    throw new Error();
  });
  return (await app.request(path, { headers: { origin } })).headers;
}

const echo = { origin: 'echo', onCrash: false } as const;
const wildcard = { origin: 'wildcard', onCrash: false } as const;
const none = { origin: 'none', onCrash: false } as const;

describe('cors', () => {
  const rows: [policy: CorsPolicy, option: MockOptions['cors'], allowOrigin: string | null][] = [
    [echo, true, origin],
    [wildcard, true, '*'],
    [none, true, null],
    [echo, false, null],
    [wildcard, false, null],
    [none, 'any', origin],
    [wildcard, 'any', origin],
  ];
  for (const [policy, option, allowOrigin] of rows) {
    it(`allows ${allowOrigin ?? 'nobody'} for ${policy.origin} with option ${option}`, async () => {
      const headers = await allowed(policy, option);
      assert.equal(headers.get('access-control-allow-origin'), allowOrigin);
      const credentials = headers.get('access-control-allow-credentials');
      assert.equal(credentials, option === 'any' ? 'true' : null);
    });
  }

  it('is missing from a crash, not from a refusal', async () => {
    const header = 'access-control-allow-origin';
    assert.equal((await allowed(echo, true, '/crash')).get(header), null);
    assert.equal((await allowed(echo, true, '/refused')).get(header), origin);
    assert.equal((await allowed({ ...echo, onCrash: true }, true, '/crash')).get(header), origin);
    assert.equal((await allowed(echo, 'any', '/crash')).get(header), origin);
  });
});
