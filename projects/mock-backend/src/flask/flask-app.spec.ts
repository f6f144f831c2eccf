import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { flaskApp } from './flask-app.ts';
import { HttpError } from './http-error.ts';

function app() {
  const flask = flaskApp();
  flask.get('/thing', (c) => c.text('thing'));
  flask.delete('/thing', (c) => c.text('gone'));
  flask.get('/crash', () => {
    throw new Error('secret detail');
  });
  flask.get('/abort', () => {
    throw new HttpError(429, undefined, { 'retry-after': '5' });
  });
  return flask;
}

const answer = async (path: string, method = 'GET') => app().request(path, { method });

describe('flaskApp', () => {
  it('answers 404 as Werkzeug does', async () => {
    for (const path of ['/', '/thing/', '/Thing']) {
      const response = await answer(path);
      assert.equal(response.status, 404);
      assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
      assert.equal(
        await response.text(),
        '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n' +
          '<p>The requested URL was not found on the server. If you entered the URL manually ' +
          'please check your spelling and try again.</p>\n',
      );
    }
  });

  it('answers 405 with the methods that would do', async () => {
    const response = await answer('/thing', 'POST');
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'DELETE, GET, HEAD, OPTIONS');
    assert.match(await response.text(), /<h1>Method Not Allowed<\/h1>/);
  });

  it('answers OPTIONS and HEAD where there is a route', async () => {
    const options = await answer('/thing', 'OPTIONS');
    assert.equal(options.status, 200);
    assert.equal(options.headers.get('allow'), 'DELETE, GET, HEAD, OPTIONS');
    assert.equal((await answer('/nothing', 'OPTIONS')).status, 404);
    const head = await answer('/thing', 'HEAD');
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
  });

  it('hides what went wrong in a crash', async () => {
    const response = await answer('/crash');
    assert.equal(response.status, 500);
    const text = await response.text();
    assert.match(text, /<title>500 Internal Server Error<\/title>/);
    assert.doesNotMatch(text, /secret/);
  });

  it('keeps the headers of an answer on purpose', async () => {
    const response = await answer('/abort');
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), '5');
  });
});
