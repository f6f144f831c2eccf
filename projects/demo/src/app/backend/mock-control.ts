import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { skipAuth } from 'ngx-auth-kit';
import { map, Observable } from 'rxjs';
import { DIALECT } from './dialect';

/** What this demo changes of the mock backend, and what it then is. */
export interface ServerOptions {
  readonly outage: false | 'error' | 'network';
  /** Milliseconds until every answer. */
  readonly latency: number;
  /** Seconds that a new token lives; null is as the dialect has it. */
  readonly tokenLifetime: number | null;
  /** Seconds that the server's clock is ahead. */
  readonly clockOffset: number;
}

export const UNDISTURBED: ServerOptions = {
  outage: false,
  latency: 0,
  tokenLifetime: null,
  clockOffset: 0,
};

/** A request that the server has seen. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link?: string | null;
  /** A one-time code. */
  readonly code?: string | null;
  /** When it was sent, ISO 8601. */
  readonly at: string;
}

/** The knobs of the mock backend that the page talks to. Its calls carry no token and mind no 401. */
@Injectable({ providedIn: 'root' })
export class MockControl {
  private readonly http = inject(HttpClient);
  private readonly url = `${inject(DIALECT).mount}/__mock`;

  options(): Observable<ServerOptions> {
    return this.http.get<ServerOptions>(`${this.url}/options`, { context: skipAuth() });
  }

  change(options: Partial<ServerOptions>): Observable<ServerOptions> {
    return this.http.patch<ServerOptions>(`${this.url}/options`, options, { context: skipAuth() });
  }

  /** Every token there is, refresh tokens included. */
  revoke(): Observable<void> {
    return this.post('revoke');
  }

  /** No signed token is valid any more, as after a restart. */
  rotateKeys(): Observable<void> {
    return this.post('rotate-keys');
  }

  /** The log of what has arrived. */
  requests(): Observable<readonly SeenRequest[]> {
    return this.http.get<SeenRequest[]>(`${this.url}/requests`, { context: skipAuth() });
  }

  /** The mails that the backend would have sent. */
  outbox(): Observable<readonly Mail[]> {
    return this.http.get<Mail[]>(`${this.url}/outbox`, { context: skipAuth() });
  }

  private post(path: string): Observable<void> {
    return this.http
      .post(`${this.url}/${path}`, {}, { context: skipAuth() })
      .pipe(map(() => undefined));
  }
}
