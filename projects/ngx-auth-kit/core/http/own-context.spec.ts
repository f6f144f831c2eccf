import { HttpClient, HttpContext, HttpContextToken, HttpInterceptorFn } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { INTERCEPTOR_PLACES } from '../../test-support/interceptor-places';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { OwnContext } from './own-context';
import { WITNESS } from './witness';

const COUNT = new HttpContextToken(() => 0);
const OWN = new HttpContextToken(() => 'default');
const URL_OF_APP = `${BASE_URL}/things`;

describe('OwnContext', () => {
  it('keeps its own values from the context that it was given, and nothing else', () => {
    const given = new HttpContext().set(COUNT, 1);
    const context = new OwnContext(given).setOwn(OWN, 'own');
    expect([context.get(OWN), context.get(COUNT)]).toEqual(['own', 1]);
    context.set(OWN, 'changed').set(COUNT, 2);
    expect([context.get(OWN), given.has(OWN), given.get(COUNT)]).toEqual(['changed', false, 2]);
    expect([...context.keys()]).toEqual([COUNT, OWN]);
    context.delete(COUNT);
    expect([context.has(COUNT), given.has(COUNT), context.has(OWN)]).toEqual([false, false, true]);
  });

  it('can be laid over another', () => {
    const below = new OwnContext(new HttpContext()).setOwn(OWN, 'below');
    const context = new OwnContext(below).setOwn(OWN, 'above');
    expect([context.get(OWN), below.get(OWN), [...context.keys()]]).toEqual([
      'above',
      'below',
      [OWN],
    ]);
  });
});

describe('the context of a request', () => {
  const counting: HttpInterceptorFn = (request, next) => {
    request.context.set(COUNT, request.context.get(COUNT) + 1);
    return next(request);
  };

  for (const [place, provide] of Object.entries(INTERCEPTOR_PLACES)) {
    for (const token of ['opaque', null]) {
      const who = token ? 'a user' : 'a visitor';
      it(`is that of the app to its interceptors (${place}, for ${who})`, () => {
        const auth = setUpFakeHttp({}, provide(counting));
        if (token) auth.setToken(token);
        const context = new HttpContext();
        for (const time of [1, 2]) {
          TestBed.inject(HttpClient).get(URL_OF_APP, { context }).subscribe();
          expect(context.get(COUNT)).toBe(time);
        }
        const requests = TestBed.inject(HttpTestingController).match(URL_OF_APP);
        expect(requests.map(({ request }) => request.context.get(COUNT))).toEqual([2, 2]);
        expect(context.get(WITNESS)).toBeNull();
      });
    }
  }
});
