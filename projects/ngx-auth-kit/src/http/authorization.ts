import { HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AUTH_CONFIG } from '../config/resolved-config';

/** Puts tokens into request headers. */
@Injectable({ providedIn: 'root' })
export class Authorization {
  private readonly headerName = inject(AUTH_CONFIG).headerName;
  private readonly prefix = inject(AUTH_CONFIG).headerPrefix;

  /** The request with the token in its header: `Bearer <token>` (RFC 6750 §2.1) or as configured. */
  attach<T>(request: HttpRequest<T>, token: string): HttpRequest<T> {
    return request.clone({ setHeaders: this.header(token) });
  }

  header(token: string): Record<string, string> {
    return { [this.headerName]: this.headerValue(token) };
  }

  headerValue(token: string): string {
    return this.prefix === '' ? token : `${this.prefix} ${token}`;
  }

  /** Whether the request carries such a header already. */
  isSet(request: HttpRequest<unknown>): boolean {
    return request.headers.has(this.headerName);
  }

  /** The value of the header. */
  valueOn(request: HttpRequest<unknown>): string | null {
    return request.headers.get(this.headerName);
  }

  remove<T>(request: HttpRequest<T>): HttpRequest<T> {
    return request.clone({ headers: request.headers.delete(this.headerName) });
  }
}
