import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { AuthError } from '../errors/auth-error';
import { judgedAnswer } from './judged-answer';

const yes = new HttpResponse({ status: 200, body: { data: 1 } });
const no = new HttpErrorResponse({ status: 401 });

describe('an answer is judged on', () => {
  it('what came out if the backend was not asked', () => {
    expect(judgedAnswer(yes, null)).toBe(yes);
    expect(judgedAnswer('rubbish', null)).toBe('rubbish');
  });

  it('the backend’s refusal, whatever an interceptor made of it', () => {
    const made = [
      { status: 401 },
      'no',
      null,
      undefined,
      new Error('no'),
      new AuthError('timeout'),
    ];
    const responses = [yes, new HttpErrorResponse({ status: 0 })];
    for (const outcome of [...made, ...responses]) expect(judgedAnswer(outcome, no)).toBe(no);
  });

  it('the backend’s yes if an interceptor failed on it', () => {
    for (const made of [new TypeError('x'), new AuthError('timeout'), null]) {
      expect(judgedAnswer(made, yes)).toBe(yes);
    }
  });

  it('the body that an interceptor has rewritten', () => {
    const unwrapped = yes.clone({ body: 1 });
    expect(judgedAnswer(unwrapped, yes)).toBe(unwrapped);
    const renamed = new HttpErrorResponse({ status: 401, error: { message: 'no' } });
    expect(judgedAnswer(renamed, no)).toBe(renamed);
  });

  it('the answer that an interceptor has for an app that is offline', () => {
    const offline = new HttpErrorResponse({ status: 0 });
    expect(judgedAnswer(yes, offline)).toBe(yes);
    expect(judgedAnswer(new Error('offline'), offline)).toBe(offline);
  });

  it('the HTTP refusal that an interceptor has found in a 2xx', () => {
    expect(judgedAnswer(no, yes)).toBe(no);
  });
});
