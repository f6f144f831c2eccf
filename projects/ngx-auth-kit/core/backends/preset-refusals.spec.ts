import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { asAuthError, FakeBackend } from '../../test-support/fake-backend';
import { FLASK_REFUSALS } from '../../test-support/refusals/flask-refusals';
import { itRefuses } from '../../test-support/refusals/it-refuses';
import { OTHERS_REFUSALS } from '../../test-support/refusals/others-refusals';
import { PYTHON_REFUSALS } from '../../test-support/refusals/python-refusals';
import { BASE_URL } from '../../test-support/set-up';
import { flaskJwtAuth } from './flask-jwt-auth';
import { flaskJwtExtended } from './flask-jwt-extended';

describe('any other refusal', () => {
  const refusals = [...FLASK_REFUSALS, ...PYTHON_REFUSALS, ...OTHERS_REFUSALS];
  for (const [what, backend, call, answer, [code, message, fields]] of refusals) {
    itRefuses(what, backend, { call, answer, code, message, fields });
  }

  it('is network where a debug 500 comes without CORS headers (trap 6)', async () => {
    const app = new FakeBackend(flaskJwtAuth);
    const error = firstValueFrom(app.auth.login({})).catch((reason: unknown) => reason);
    (await app.nextRequest()).error(new ProgressEvent('error'));
    expect(asAuthError(await error).code).toBe('network');
  });
});

describe('flaskJwtExtended, asked by a request of the app', () => {
  type Row = readonly [status: number, body: unknown, ends: boolean];
  const rows: readonly Row[] = [
    [401, { msg: 'Token has expired' }, true],
    [401, { msg: 'Token has been revoked' }, true],
    [401, { msg: 'Missing Authorization Header' }, true],
    [401, null, true],
    [401, '<h1>Unauthorized</h1>', true],
    [401, { msg: 'Fresh token required' }, false],
    [401, { msg: 'Missing CSRF token' }, false],
    [401, { msg: 'CSRF double submit tokens do not match' }, false],
    [422, { msg: 'Signature verification failed' }, true],
    [422, { msg: 'Not enough segments' }, true],
    [422, { msg: '' }, false],
    [422, { msg: ['too short'] }, false],
    [422, { message: 'The given data was invalid.', errors: { name: ['too short'] } }, false],
    [422, null, false],
    [403, { msg: 'Only administrators' }, false],
    [500, { msg: 'Token has expired' }, false],
  ];
  for (const [status, body, ends] of rows) {
    it(`${ends ? 'ends' : 'keeps'} the session for ${status} ${JSON.stringify(body)} (traps 3 and 4)`, async () => {
      const app = new FakeBackend(flaskJwtExtended);
      app.auth.setToken('access-1');
      await app.run(TestBed.inject(HttpClient).get(`${BASE_URL}/things`), { status, body });
      expect(app.auth.isAuthenticated()).toBe(!ends);
    });
  }
});
