import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { cannedAnswer, cannedResponse } from './canned-answer.ts';

const responseTo = (input: Record<string, unknown>) => cannedResponse(cannedAnswer(input));

describe('cannedAnswer', () => {
  it('is an empty 200 unless told otherwise', async () => {
    const response = responseTo({});
    assert.equal(response.status, 200);
    assert.equal(await response.text(), '');
    assert.equal(response.headers.get('content-type'), null);
  });

  it('sends text as it is and anything else as JSON', async () => {
    assert.equal(await responseTo({ body: '{"a":' }).text(), '{"a":');
    const response = responseTo({ body: 'bare'.length });
    assert.equal(response.headers.get('content-type'), 'application/json');
    assert.equal(await response.text(), '4');
    assert.equal(await responseTo({ body: null }).text(), 'null');
  });

  it('prefers the content type it is given', () => {
    const headers = { 'Content-Type': 'text/csv' };
    assert.equal(responseTo({ body: 'a', headers }).headers.get('content-type'), 'text/csv');
    const both = responseTo({ body: 'a', headers, contentType: 'text/xml' });
    assert.equal(both.headers.get('content-type'), 'text/xml');
  });

  it('drops the body where HTTP allows none', async () => {
    assert.equal(await responseTo({ status: 204, body: 'x' }).text(), '');
  });

  it('refuses what is no answer', () => {
    for (const status of [0, 199, 600, 200.5, '200', null]) {
      assert.throws(() => cannedAnswer({ status }), /"status" must be/);
    }
    assert.throws(() => cannedAnswer({ headers: { 'not a name': 'x' } }));
  });
});
