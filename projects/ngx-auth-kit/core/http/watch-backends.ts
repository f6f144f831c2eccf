import {
  HttpBackend,
  HttpEvent,
  HttpHandler,
  HttpHandlerFn,
  HttpRequest,
} from '@angular/common/http';
import { DestroyRef, EnvironmentInjector } from '@angular/core';
import { Observable } from 'rxjs';

/** Is given a request that is about to leave. */
export type Watch = (
  request: HttpRequest<unknown>,
  send: HttpHandlerFn,
) => Observable<HttpEvent<unknown>>;

type Watches = Map<Watch, DestroyRef>;

/** Where a backend keeps who watches it, one for each session. */
const WATCHES = Symbol();

/**
 * Puts a function before the backends of the injector and of its parents. It is given every request
 * that is about to leave.
 * @param watched The injectors that were seen before.
 * @param session Ends with what watches.
 */
export function watchBackends(
  injector: EnvironmentInjector,
  watched: WeakSet<object>,
  watch: Watch,
  session: DestroyRef,
): void {
  if (watched.has(injector)) return;
  watched.add(injector);
  const parent = injector.get(EnvironmentInjector, null, { skipSelf: true });
  const backend = injector.get(HttpBackend, null, { self: true });
  // With withRequestsMadeViaParent() it is the parent's handler, whose interceptors run after this.
  const isLast = backend && backend !== parent?.get(HttpHandler, null);
  if (isLast) {
    const watches = watchesOf(backend);
    // The backend of an app may outlive the sessions of its routes.
    watches.forEach(({ destroyed }, other) => destroyed && watches.delete(other));
    watches.set(watch, session);
  }
  if (parent) watchBackends(parent, watched, watch, session);
}

function watchesOf(backend: HttpBackend & { [WATCHES]?: Watches }): Watches {
  if (backend[WATCHES]) return backend[WATCHES];
  const watches = (backend[WATCHES] = new Map());
  const send: HttpHandlerFn = backend.handle.bind(backend);
  backend.handle = (request) =>
    [...watches.keys()].reduce<HttpHandlerFn>(
      (next, watch) => (sent) => watch(sent, next),
      send,
    )(request);
  return watches;
}
