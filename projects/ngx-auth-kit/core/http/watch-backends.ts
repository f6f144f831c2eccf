import { HttpBackend, HttpHandler, HttpRequest } from '@angular/common/http';
import { EnvironmentInjector } from '@angular/core';

/**
 * Lets a function change every request that is about to leave by a backend of the injector or of its
 * parents.
 * @param watched The injectors and backends that were seen before.
 */
export function watchBackends(
  injector: EnvironmentInjector,
  watched: WeakSet<object>,
  change: (request: HttpRequest<unknown>) => HttpRequest<unknown>,
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
    backend.handle = (request) => send(change(request));
  }
  if (parent) watchBackends(parent, watched, change);
}
