import { TestBed } from '@angular/core/testing';
import { NavigationStart, Router } from '@angular/router';

/** More than any guard may cause; a router that gets here does not stop by itself. */
const TOO_MANY = 9;

/** Where a visit ended, after how many navigations, and the error it ended with. */
export interface Visit {
  readonly url: string;
  readonly navigations: number;
  readonly error: unknown;
}

/** Goes to a URL. Stops a router that navigates in a circle, which would freeze the browser. */
export function visit(url: string): Promise<Visit> {
  return follow(() => TestBed.inject(Router).navigateByUrl(url));
}

/**
 * Follows the navigations that an action causes, until the action settles. The router reports a failed
 * navigation once more for each redirect before it; other unhandled errors fail the spec.
 */
export async function follow(act: () => Promise<unknown>): Promise<Visit> {
  const router = TestBed.inject(Router);
  let navigations = 0;
  let error: unknown = null;
  const endless = new Promise<never>((_, reject) => {
    router.events.subscribe((event) => {
      if (!(event instanceof NavigationStart) || ++navigations <= TOO_MANY) return;
      router.resetConfig([{ path: '**', children: [] }]);
      reject(new Error('The router does not stop.'));
    });
  });
  await jasmine.spyOnGlobalErrorsAsync(async (globalErrors) => {
    await Promise.race([act(), endless]).catch((reason: unknown) => (error = reason));
    await twoFrames();
    const others = globalErrors.calls.allArgs().filter(([reason]) => reason !== error);
    expect(others.map(String)).withContext('unhandled').toEqual([]);
  });
  return { url: router.url, navigations, error };
}

/** Unhandled rejections are reported a moment after the promise was rejected. */
function twoFrames(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
