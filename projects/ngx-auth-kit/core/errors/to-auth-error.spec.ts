import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { toAuthError } from './to-auth-error';

const NOW = Date.UTC(2030, 5, 15, 12, 0, 0);

describe('the seconds of Retry-After', () => {
  beforeEach(() => spyOn(Date, 'now').and.returnValue(NOW));

  const cases: readonly (readonly [value: string, seconds: number | null])[] = [
    ['0', 0],
    ['17', 17],
    [' 17 ', 17],
    ['86400', 86_400],
    ['86401', 86_400],
    ['9'.repeat(400), 86_400],
    ['-5', null],
    ['+5', null],
    ['1.5', null],
    ['1e3', null],
    ['0x10', null],
    ['', null],
    ['soon', null],
    ['soon 5', null],
    ['5 minutes', null],
    ['17, 18', null],
    ['2030-06-15', null],
    ['Infinity', null],
    ['Sat, 15 Jun 2030 12:00:30 GMT', 30],
    ['Saturday, 15-Jun-30 12:00:30 GMT', 30],
    ['Sat Jun 15 12:00:30 2030', 30],
    ['Sat, 15 Jun 2030 11:00:00 GMT', 0],
    ['Tue, 15 Jun 2100 12:00:00 GMT', 86_400],
    ['Sat, 99 Jun 2030 12:00:30 GMT', null],
  ];
  for (const [value, seconds] of cases) {
    it(`are ${seconds} for "${value.slice(0, 40)}"`, () => {
      const headers = new HttpHeaders({ 'Retry-After': value });
      const answer = new HttpErrorResponse({ status: 429, headers });
      expect(toAuthError(answer, 'login', flaskJwtAuth).retryAfter).toBe(seconds);
    });
  }

  it('are null without the header', () => {
    const answer = new HttpErrorResponse({ status: 429 });
    expect(toAuthError(answer, 'login', flaskJwtAuth).retryAfter).toBeNull();
  });
});

describe('the code of a 5xx', () => {
  const codeOf = (status: number, isOffline: boolean) =>
    toAuthError(new HttpErrorResponse({ status }), 'login', flaskJwtAuth, isOffline).code;

  it('is network if a service worker answers for a network that is not there', () => {
    expect([codeOf(503, true), codeOf(504, true)]).toEqual(['network', 'network']);
  });

  it('is server_error otherwise', () => {
    expect(codeOf(504, false)).toBe('server_error');
    expect(codeOf(500, true)).toBe('server_error');
  });
});
