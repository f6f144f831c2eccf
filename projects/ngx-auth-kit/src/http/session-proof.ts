import { DOCUMENT } from '@angular/common';
import { HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AuthXsrf } from '../backends/auth-backend';
import { AUTH_CONFIG } from '../config/resolved-config';

/** Angular's own names, which Laravel shares. */
const USUAL_XSRF: AuthXsrf = { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN' };

/** Puts into a request what proves the session: the token, or the cookie with its XSRF header. */
@Injectable({ providedIn: 'root' })
export class SessionProof {
  private readonly config = inject(AUTH_CONFIG);
  private readonly document = inject(DOCUMENT);
  private readonly xsrf = this.config.backend.xsrf ?? USUAL_XSRF;

  /** Whether a cookie proves the session, not a token. */
  readonly isCookie = this.config.backend.session === 'cookie';
  /** The header that this writes to. */
  readonly headerName = this.isCookie ? this.xsrf.header : this.config.headerName;

  /** `Bearer <token>` (RFC 6750 §2.1) or as configured. */
  attachToken<T>(request: HttpRequest<T>, token: string): HttpRequest<T> {
    const { headerPrefix, headerName } = this.config;
    const value = headerPrefix === '' ? token : `${headerPrefix} ${token}`;
    return request.clone({ setHeaders: { [headerName]: value } });
  }

  /**
   * Lets the browser send the cookie; requests that change something repeat the XSRF cookie in a
   * header, which another site cannot read ("double submit", OWASP).
   */
  attachCookie<T>(request: HttpRequest<T>, xsrfCookie = this.xsrf.cookie): HttpRequest<T> {
    const safe = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    const value = safe || request.headers.has(this.xsrf.header) ? null : this.cookie(xsrfCookie);
    return request.clone({
      withCredentials: true,
      setHeaders: value === null ? {} : { [this.xsrf.header]: value },
    });
  }

  /** Takes off what this may have put in. */
  remove<T>(request: HttpRequest<T>): HttpRequest<T> {
    return request.clone({
      withCredentials: this.isCookie ? false : request.withCredentials,
      headers: request.headers.delete(this.headerName),
    });
  }

  /** The value in the header that this writes to. */
  valueOn(request: HttpRequest<unknown>): string | null {
    return request.headers.get(this.headerName);
  }

  private cookie(name: string): string | null {
    const pairs = (this.document.cookie ?? '').split(';').map((pair) => pair.trim());
    const found = pairs.find((pair) => pair.startsWith(`${name}=`));
    return found === undefined ? null : decoded(found.slice(name.length + 1));
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // A stray % belongs to the value.
    return value;
  }
}
