import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { getDictionary, getJson } from './get-json.ts';

function request(body: string, type?: string): Request {
  const headers = type === undefined ? undefined : { 'content-type': type };
  return new Request('http://mock/', { method: 'POST', body, headers });
}

describe('getJson', () => {
  it('reads JSON under its own content types', async () => {
    for (const type of [
      'application/json',
      'Application/JSON; charset=utf-8',
      'application/vnd.api+json',
    ]) {
      assert.deepEqual(await getJson(request('{"a":1}', type)), { a: 1 });
    }
  });

  it('does not attempt anything else, unless forced to', async () => {
    for (const type of [undefined, 'text/plain', 'application/jsonp', 'text/json']) {
      const refusal = { status: 400, message: /Did not attempt to load JSON/ };
      await assert.rejects(getJson(request('{"a":1}', type)), refusal);
      assert.deepEqual(await getJson(request('{"a":1}', type), { force: true }), { a: 1 });
    }
  });

  it('refuses what is not JSON', async () => {
    for (const body of ['', '{', 'a=b']) {
      await assert.rejects(getJson(request(body, 'application/json')), { status: 400 });
    }
  });
});

describe('getDictionary', () => {
  it('crashes over anything but an object', async () => {
    for (const body of ['[]', 'null', '"text"', '5']) {
      await assert.rejects(getDictionary(request(body, 'application/json')), TypeError);
    }
  });
});
