import {
  computed,
  inject,
  InjectionToken,
  Injector,
  Provider,
  runInInjectionContext,
  signal,
  Signal,
} from '@angular/core';
import { AuthLabels } from './auth-labels';
import { authLabelsEn } from './auth-labels-en';

/** Some of the texts of {@link AuthLabels}. The other texts stay as they are. */
export type AuthLabelChanges = Changes<AuthLabels>;

type Changes<T> = {
  readonly [Key in keyof T]?: T[Key] extends object
    ? T[Key] extends (...args: never[]) => string
      ? T[Key]
      : Changes<T[Key]>
    : T[Key];
};

/** The texts that the components show. Default: English. */
export const AUTH_LABELS = new InjectionToken<Signal<AuthLabels>>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit labels' : '',
  {
    providedIn: 'root',
    factory: () => signal(authLabelsEn),
  },
);

/**
 * Sets the language or the texts of the components. It takes an object with all or some of the
 * texts, a signal, or a function, which may read signals and call `inject()`. Add it to the
 * providers of the app, a route or a component. Texts that are left out come from the providers
 * above.
 *
 * ```ts
 * provideAuthLabels(authLabelsDe)
 * provideAuthLabels({ login: { submit: 'Log in' } })
 * provideAuthLabels(() => (inject(Language).current() === 'ar' ? authLabelsAr : authLabelsEn))
 * ```
 */
export function provideAuthLabels(labels: AuthLabelChanges | (() => AuthLabelChanges)): Provider {
  return {
    provide: AUTH_LABELS,
    useFactory: () => {
      const injector = inject(Injector);
      const above = inject(AUTH_LABELS, { skipSelf: true, optional: true });
      const read = typeof labels === 'function' ? labels : () => labels;
      return computed(() =>
        merge(above?.() ?? authLabelsEn, runInInjectionContext(injector, read)),
      );
    },
  };
}

function merge<T extends object>(base: T, changes: Changes<T>): T {
  const merged = { ...base };
  for (const key of Object.keys(changes) as (keyof T)[]) {
    const [before, change] = [base[key], changes[key]];
    if (change === undefined) continue;
    merged[key] =
      typeof before === 'object' && before !== null
        ? merge(before, change as Changes<typeof before>)
        : (change as T[keyof T]);
  }
  return merged;
}
