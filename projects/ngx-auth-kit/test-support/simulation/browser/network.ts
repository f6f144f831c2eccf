import {
  HttpBackend,
  HttpErrorResponse,
  HttpEvent,
  HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { Observable, Subscriber } from 'rxjs';
import { EndpointName, Exchange, ExchangeEnd } from '../record/exchange';
import { Owner, Scheduler } from '../schedule/scheduler';
import { Answer, Backend } from '../server/backend';
import { SimulationConfig } from '../simulation-config';
import { CookieJar } from './cookie-jar';
import { ORIGIN } from './page-window';

/** Set by the simulated app on its own requests, to tell them apart. */
export const REQUEST_ID = 'X-Request-Id';

interface Page extends Owner {
  readonly name: string;
  readonly isAlive: boolean;
}

interface UnderWay {
  readonly exchange: Exchange;
  readonly page: Page;
  readonly subscriber: Subscriber<HttpEvent<unknown>>;
  readonly url: string;
}

/** What becomes of the next requests that the backend gets to. */
export type Fault = 'server-error' | 'lost-answer';

/** How long each way takes at best, in milliseconds. */
const SWIFT = 50;

/** Carries requests to the backend and answers back; the scheduler decides when. */
export class Network {
  /** Every exchange there ever was, in the order in which they were sent. */
  readonly exchanges: Exchange[] = [];
  readonly faults: Fault[] = [];
  isBackendDown = false;
  /** Whether the backend is never slow any more. */
  isSwift = false;
  /** When an answer last failed to come because of the world, by real time. */
  lastFaultAt: number | null = null;
  readonly #underWay = new Set<UnderWay>();
  #legs = 0;

  constructor(
    private readonly config: SimulationConfig,
    private readonly scheduler: Scheduler,
    private readonly backend: Backend,
    private readonly jar: CookieJar,
  ) {}

  /** What a page gets as its HttpBackend. Unsubscribing aborts. */
  httpBackendOf(page: Page): HttpBackend {
    return {
      handle: (request: HttpRequest<unknown>) =>
        new Observable<HttpEvent<unknown>>((subscriber) => {
          if (!page.isAlive) return;
          const underWay = this.#send(page, request, subscriber);
          subscriber.add(() => this.#end(underWay, 'aborted'));
        }),
    };
  }

  /** Whether requests of the page are under way. */
  isInUseBy(page: Page): boolean {
    return [...this.#underWay].some((one) => one.page === page);
  }

  /** The requests of a page that is closed are aborted. */
  abandon(page: Page): void {
    for (const one of [...this.#underWay]) if (one.page === page) this.#end(one, 'page-gone');
  }

  /** The connections of a page are cut, which it learns when it is awake. */
  hangUp(page: Page): void {
    for (const one of [...this.#underWay]) {
      if (one.page !== page) continue;
      this.lastFaultAt = this.scheduler.now;
      this.#end(one, 'lost');
      const { endpoint } = one.exchange;
      this.scheduler.deliver(`${page.name}: no answer to ${endpoint}`, page, 0, () =>
        this.#deliver(one, null),
      );
    }
  }

  #send(
    page: Page,
    request: HttpRequest<unknown>,
    subscriber: Subscriber<HttpEvent<unknown>>,
  ): UnderWay {
    const endpoint = new URL(request.urlWithParams, ORIGIN).pathname.slice(
      1,
    ) as `api/${EndpointName}`;
    const exchange = this.#exchangeOf(page, request, endpoint.slice(4) as EndpointName);
    const underWay: UnderWay = { exchange, page, subscriber, url: `${ORIGIN}/${endpoint}` };
    this.exchanges.push(exchange);
    this.#underWay.add(underWay);
    // The backend works on a request even if nobody waits for the answer any longer.
    this.scheduler.deliver(
      `server: ${exchange.endpoint} of ${page.name}`,
      null,
      this.#latency(),
      () => this.#process(underWay),
    );
    return underWay;
  }

  #exchangeOf(page: Page, request: HttpRequest<unknown>, endpoint: EndpointName): Exchange {
    const { mode } = this.config;
    const { cookies } = this.jar;
    const bearer = request.headers.get('Authorization')?.replace(/^Bearer /, '') ?? null;
    const inBody = (request.body as { refresh_token?: string } | null)?.refresh_token ?? null;
    const refreshToken = mode === 'token' ? inBody : cookies.refresh;
    return {
      id: this.exchanges.length + 1,
      endpoint,
      page: page.name,
      sentAt: this.scheduler.now,
      accessToken: mode === 'cookie' ? cookies.access : bearer,
      refreshToken: endpoint === 'refresh' ? refreshToken : null,
      cookies,
      body: request.body,
      requestId: request.headers.get(REQUEST_ID),
      processedAt: null,
      status: null,
      answerBody: null,
      end: 'open',
      endedAt: null,
    };
  }

  #process(underWay: UnderWay): void {
    const { exchange, page } = underWay;
    const fault = this.isBackendDown ? null : this.faults.shift();
    const answer = this.#answerOf(exchange, fault);
    const isLost = answer === null || fault === 'lost-answer';
    if (isLost || answer.status >= 500) this.lastFaultAt = this.scheduler.now;
    if (exchange.end !== 'open') return;
    this.scheduler.deliver(
      `${page.name}: ${isLost ? 'no answer' : answer.status} to ${exchange.endpoint}`,
      page,
      this.#latency(),
      () => this.#arrive(underWay, isLost ? null : answer),
    );
  }

  /** Null: nobody is there. */
  #answerOf(exchange: Exchange, fault: Fault | null | undefined): Answer | null {
    if (this.isBackendDown) return null;
    if (fault === 'server-error') return { status: 503, body: null, cookies: {} };
    const answer = this.backend.process(exchange, this.scheduler.now);
    exchange.processedAt = this.scheduler.now;
    exchange.status = answer.status;
    exchange.answerBody = answer.body;
    return answer;
  }

  #arrive(underWay: UnderWay, answer: Answer | null): void {
    if (underWay.exchange.end !== 'open') return;
    if (answer) this.jar.apply(answer.cookies);
    this.#end(underWay, answer === null ? 'lost' : answer.status >= 500 ? 'failed' : 'answered');
    this.#deliver(underWay, answer);
  }

  #deliver({ subscriber, url }: UnderWay, answer: Answer | null): void {
    const { status, body } = answer ?? { status: 0, body: null };
    if (status >= 200 && status < 300) {
      subscriber.next(new HttpResponse({ status, body, url }));
      subscriber.complete();
    } else {
      subscriber.error(new HttpErrorResponse({ status, error: body, url }));
    }
  }

  #end(underWay: UnderWay, end: ExchangeEnd): void {
    if (!this.#underWay.delete(underWay)) return;
    underWay.exchange.end = end;
    underWay.exchange.endedAt = this.scheduler.now;
  }

  #latency(): number {
    if (this.isSwift) return SWIFT;
    const { latencies } = this.config;
    return latencies[this.#legs++ % latencies.length] ?? 0;
  }
}
