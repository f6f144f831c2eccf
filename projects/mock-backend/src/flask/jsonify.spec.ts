import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { jsonify } from './jsonify.ts';

describe('jsonify', () => {
  it('sorts keys at every depth, is compact and ends with a line feed', async () => {
    const response = jsonify({ b: [{ d: 1, c: null }], a: true }, 201, { 'x-a': 'b' });
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('content-type'), 'application/json');
    assert.equal(response.headers.get('x-a'), 'b');
    assert.equal(await response.text(), '{"a":true,"b":[{"c":null,"d":1}]}\n');
  });

  it('writes ASCII only', async () => {
    // Compared with Flask 2.2.2.
    const text = await jsonify('é😀<&\u2028\u007f').text();
    assert.equal(text, '"\\u00e9\\ud83d\\ude00<&\\u2028\\u007f"\n');
    assert.equal(JSON.parse(text), 'é😀<&\u2028\u007f');
  });
});
