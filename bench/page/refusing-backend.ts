import {
  HttpBackend,
  HttpErrorResponse,
  HttpEvent,
  HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { Observable } from 'rxjs';
import { jwt } from './jwt';

/** How long a refresh takes, in milliseconds. */
const REFRESH_TAKES = 5;
/** How long requests take whose URL says `late`, in milliseconds: the refresh is over by then. */
const LATE_TAKES = 25;

/** Answers 401 to every token but the newest, and counts what it gets. */
export class RefusingBackend extends HttpBackend {
  refreshCalls = 0;
  sent = 0;
  private serial = 0;
  private token = jwt();

  constructor(private readonly asksForToken: boolean) {
    super();
  }

  /** From now on no token is valid that anybody has. */
  revoke(): void {
    this.token = jwt(++this.serial);
    this.refreshCalls = 0;
    this.sent = 0;
  }

  override handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    return new Observable((subscriber) => {
      const { answer, takes } = this.answerTo(request);
      const settle = () => {
        if (answer instanceof HttpErrorResponse) return subscriber.error(answer);
        subscriber.next(answer);
        subscriber.complete();
      };
      if (takes === 0) queueMicrotask(settle);
      else setTimeout(settle, takes);
    });
  }

  private answerTo({ url, headers }: HttpRequest<unknown>): {
    readonly answer: HttpResponse<unknown> | HttpErrorResponse;
    readonly takes: number;
  } {
    const ok = (body: unknown) => new HttpResponse({ status: 200, url, body });
    if (url.endsWith('/login')) return { answer: ok(this.tokens()), takes: 0 };
    if (url.endsWith('/refresh')) {
      this.refreshCalls++;
      return { answer: ok(this.tokens()), takes: REFRESH_TAKES };
    }
    this.sent++;
    const isLate = url.endsWith('late');
    const passes = !this.asksForToken || headers.get('Authorization') === `Bearer ${this.token}`;
    return {
      answer: passes ? ok({}) : new HttpErrorResponse({ status: 401, url }),
      takes: isLate ? LATE_TAKES : 0,
    };
  }

  private tokens(): object {
    return { access_token: this.token, refresh_token: 'a-refresh-token' };
  }
}
