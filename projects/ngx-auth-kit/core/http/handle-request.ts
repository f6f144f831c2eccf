import { HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http';
import { EnvironmentInjector } from '@angular/core';
import { Observable } from 'rxjs';
import { RunTimeConfig } from '../config/run-time-config';
import { explainWait } from './explain-wait';
import { SKIP_AUTH } from './skip-auth';
import { TokenAttachment } from './token-attachment';

/**
 * What both forms of the interceptor do with a request: it waits for configuration that is known at
 * run time only, unless it may be what loads that.
 */
export function handleRequest(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
  caller: EnvironmentInjector,
  owner = caller,
): Observable<HttpEvent<unknown>> {
  const config = owner.get(RunTimeConfig, null);
  const handle = () => owner.get(TokenAttachment).handle(request, next, caller);
  if (!config || config.isThere) return handle();
  if (config.isRunning || request.context.get(SKIP_AUTH)) return next(request);
  const answer = config.whenThere(handle);
  if (typeof ngDevMode === 'undefined' || ngDevMode) explainWait(request, config, owner);
  return answer;
}
