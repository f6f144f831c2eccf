import {
  HttpBackend,
  HttpEvent,
  HttpHandler,
  HttpHandlerFn,
  HttpRequest,
} from '@angular/common/http';
import { EnvironmentInjector } from '@angular/core';
import { Observable } from 'rxjs';

/**
 * Puts a function before the backends of the injector and of its parents. It is given every request
 * that is about to leave.
 * @param watched The injectors and backends that were seen before.
 */
export function watchBackends(
  injector: EnvironmentInjector,
  watched: WeakSet<object>,
  pass: (request: HttpRequest<unknown>, send: HttpHandlerFn) => Observable<HttpEvent<unknown>>,
): void {
  if (watched.has(injector)) return;
  watched.add(injector);
  const parent = injector.get(EnvironmentInjector, null, { skipSelf: true });
  const backend = injector.get(HttpBackend, null, { self: true });
  // With withRequestsMadeViaParent() it is the parent's handler, whose interceptors run after this.
  const isLast = backend && backend !== parent?.get(HttpHandler, null);
  if (isLast && !watched.has(backend)) {
    watched.add(backend);
    const send = backend.handle.bind(backend);
    backend.handle = (request) => pass(request, send);
  }
  if (parent) watchBackends(parent, watched, pass);
}
