import {
  HttpClient,
  HttpEvent,
  HttpHandlerFn,
  HttpHeaders,
  HttpInterceptorFn,
  HttpRequest,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Observable, Subject, switchMap, take } from 'rxjs';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { AuthService } from '../session/auth-service';
import { authInterceptor } from './auth-interceptor';

const HELD = `${BASE_URL}/held`;
const QUICK = `${BASE_URL}/quick`;
const EVIL = 'https://evil.example/x';

type Move = (request: HttpRequest<unknown>) => HttpRequest<unknown>;
const moves: Record<string, Move> = {
  'by clone': (request) => request.clone({ url: EVIL }),
  'without its context': ({ headers }) => new HttpRequest('GET', EVIL, { headers }),
  'with the copied value': ({ headers }) =>
    new HttpRequest('GET', EVIL, {
      headers: new HttpHeaders({ Authorization: headers.get('Authorization')! }),
    }),
};

/** Sends the request when the gate opens, whether or not anybody still waits for it. */
function insist(
  gate: Observable<void>,
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
): Observable<HttpEvent<unknown>> {
  const events = new Subject<HttpEvent<unknown>>();
  const sent = gate.pipe(
    take(1),
    switchMap(() => next(request)),
  );
  sent.subscribe(events);
  return events;
}

describe('a header value that is under way', () => {
  let gate: Subject<void>;
  let auth: AuthService;

  function setUp(interceptor: HttpInterceptorFn): void {
    gate = new Subject();
    auth = setUpFakeHttp({}, provideHttpClient(withInterceptors([authInterceptor, interceptor])));
  }

  function send(url: string) {
    return TestBed.inject(HttpClient)
      .get(url)
      .subscribe({ error: () => undefined });
  }

  /** Has the values of so many other sessions attached, whose requests are over. */
  function attachOthers(count: number): void {
    for (let index = 0; index < count; index++) {
      auth.setToken(`other-${index}`);
      send(QUICK);
      TestBed.inject(HttpTestingController).expectOne(QUICK).flush(null);
    }
  }

  function sentHeader(): string | null {
    const { request } = TestBed.inject(HttpTestingController).expectOne((r) => r.url === EVIL);
    return request.headers.get('Authorization');
  }

  for (const [how, move] of Object.entries(moves)) {
    const hold: HttpInterceptorFn = (request, next) =>
      request.url === HELD
        ? gate.pipe(
            take(1),
            switchMap(() => next(move(request))),
          )
        : next(request);

    it(`does not leave with a request that was held for long and moved ${how}`, () => {
      setUp(hold);
      auth.setToken('opaque');
      send(HELD);
      attachOthers(20);
      gate.next();
      expect(sentHeader()).toBeNull();
    });

    it(`does not leave when its caller is gone and it is moved ${how}`, () => {
      setUp((request, next) =>
        request.url === HELD ? insist(gate, move(request), next) : next(request),
      );
      auth.setToken('opaque');
      send(HELD).unsubscribe();
      attachOthers(20);
      auth.logout().subscribe();
      gate.next();
      expect(sentHeader()).toBeNull();
    });
  }

  it('is that of the session also when all its requests are over', () => {
    let value = '';
    setUp((request, next) => {
      value ||= request.headers.get('Authorization')!;
      const headers = new HttpHeaders({ Authorization: value });
      return next(request.url === HELD ? new HttpRequest('GET', EVIL, { headers }) : request);
    });
    auth.setToken('opaque');
    send(QUICK);
    TestBed.inject(HttpTestingController).expectOne(QUICK).flush(null);
    send(HELD);
    expect(sentHeader()).toBeNull();
  });

  it('is forgotten some minutes after its last request, when others are attached', () => {
    const theirs: HttpInterceptorFn = (request, next) =>
      next(
        request.url === HELD
          ? new HttpRequest('GET', EVIL, {
              headers: new HttpHeaders({ Authorization: 'Bearer other-0' }),
            })
          : request,
      );
    setUp(theirs);
    attachOthers(1_000);
    const now = Date.now();
    spyOn(Date, 'now').and.returnValue(now + 600_000);
    send(QUICK);
    send(HELD);
    expect(sentHeader()).toBe('Bearer other-0');
  });
});
