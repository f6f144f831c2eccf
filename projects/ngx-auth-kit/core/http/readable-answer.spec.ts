import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { FakeBackend } from '../../test-support/fake-backend';
import { setUpFakeHttp } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { aspNetIdentity } from '../backends/asp-net-identity';
import { AuthBackend } from '../backends/auth-backend';
import { DEAD_LINK } from '../backends/dead-link';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { readableAnswer } from './readable-answer';

const URL = 'https://api.example.com/file';
const JSON_ERROR = '{"code":"EXPIRED"}';

const BODIES: Readonly<Record<string, (text: string) => Blob | ArrayBuffer | string>> = {
  blob: (text) => new Blob([text]),
  arraybuffer: (text) => new TextEncoder().encode(text).buffer as ArrayBuffer,
  text: (text) => text,
};

describe('a refusal', () => {
  for (const [responseType, bodyOf] of Object.entries(BODIES)) {
    it(`of a request for ${responseType} reaches refusesToken parsed, and the app as it came`, async () => {
      const seen: unknown[] = [];
      const backend: AuthBackend = {
        ...flaskJwtAuth,
        refusesToken: ({ error }) => {
          seen.push(error);
          return (error as { code?: string }).code === 'EXPIRED';
        },
      };
      const auth = setUpFakeHttp({ backend });
      auth.setToken('opaque');
      const options = { responseType: responseType as 'text' };
      const failed = firstValueFrom(TestBed.inject(HttpClient).get(URL, options)).catch(
        (error: unknown) => error as HttpErrorResponse,
      );
      const body = bodyOf(JSON_ERROR);
      TestBed.inject(HttpTestingController)
        .expectOne(URL)
        .flush(body, { status: 403, statusText: 'No' });
      await until(() => !auth.isAuthenticated());
      expect(seen).toEqual([{ code: 'EXPIRED' }]);
      expect(((await failed) as HttpErrorResponse).error).toBe(body);
    });

    it(`as ${responseType} that is no JSON object stays as it is`, async () => {
      for (const text of ['<h1>No</h1>', '"no"', '1', 'null', '']) {
        const answer = new HttpErrorResponse({ status: 403, error: bodyOf(text) });
        expect(await firstValueFrom(readableAnswer(answer))).toBe(answer);
      }
    });
  }

  it('without a body, and what is no refusal, stays as it is', async () => {
    for (const answer of [new HttpErrorResponse({ status: 401 }), new Error('x'), null]) {
      expect(await firstValueFrom(readableAnswer(answer))).toBe(answer);
    }
  });

  it('of an endpoint that answers text reaches readError parsed', async () => {
    const app = new FakeBackend(aspNetIdentity);
    const body = JSON.stringify({ errors: { InvalidToken: ['Invalid token.'] } });
    const error = await app.run(app.auth.verifyEmail({ token: 't' }), { status: 400, body });
    expect(error).toEqual(jasmine.objectContaining({ detail: DEAD_LINK.message }));
  });
});
