import { HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http';
import { EnvironmentInjector, inject, Injectable } from '@angular/core';
import { Observable } from 'rxjs';
import { TokenAttachment } from '../../http/token-attachment';
import { OwnRequests } from './own-requests';

/** Does with a request what the interceptor does, and claims what it sends. */
@Injectable()
export class OwnAttachment extends TokenAttachment {
  readonly #own = inject(OwnRequests);

  override handle(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
    injector: EnvironmentInjector,
  ): Observable<HttpEvent<unknown>> {
    const claim: HttpHandlerFn = (sent) => next(this.#own.claimed(sent));
    return super.handle(this.#own.released(request), claim, injector);
  }
}
