import { DestroyRef, EnvironmentInjector, NgZone } from '@angular/core';
import { RunTimeConfig } from '../config/run-time-config';
import { TIME } from '../config/time';
import { DevMessages } from '../errors/dev-messages';

/** How long a request waits before the console says so, in milliseconds. */
const PATIENCE = 5_000;

/** Says in dev mode that a request still waits for the configuration, which may wait for it. */
export function explainWait(
  { method, url }: { readonly method: string; readonly url: string },
  { promise }: RunTimeConfig,
  injector: EnvironmentInjector,
): void {
  if (!promise) return;
  const time = injector.get(TIME);
  const messages = injector.get(DevMessages);
  const explain = () =>
    messages.warnOnce(
      'waits for configuration',
      `${method} ${url.split(/[?#]/, 1)[0]} waits for the configuration from the function passed to ` +
        'provideAuth, or for the first answer of the storage. If one of them waits for this ' +
        'request, both wait forever: send it with { context: skipAuth() }, or with fetch() if ' +
        'injectAuthFetch() sends it.',
    );
  const timer = injector.get(NgZone).runOutsideAngular(() => time.setTimeout(explain, PATIENCE));
  const stop = () => time.clearTimeout(timer);
  injector.get(DestroyRef).onDestroy(stop);
  void promise.then(stop, stop);
}
