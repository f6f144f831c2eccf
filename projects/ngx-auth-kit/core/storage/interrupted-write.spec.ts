import { TestBed } from '@angular/core/testing';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { known, start, stored } from '../../test-support/late-app';
import { accessToken, one } from '../../test-support/refresh-backend';
import { NEVER, SlowStorage } from '../../test-support/slow-storage';
import { until } from '../../test-support/until';

describe('a page that dies while it writes to storage that answers promises', () => {
  /** What is stored, and read by the next page, if this write never ends. */
  async function dieAt(call: string, before: Record<string, string>) {
    const storage = new SlowStorage(before);
    const auth = start(storage, [withTokenRefresh()]);
    await known(auth);
    storage.fault = (made) => (made === call ? NEVER : undefined);
    return { storage, auth };
  }
  async function reload(storage: SlowStorage) {
    TestBed.resetTestingModule();
    storage.fault = () => undefined;
    const next = start(storage, [withTokenRefresh()]);
    await known(next);
    return next;
  }

  it('leaves no session of a sign-in that was not written whole', async () => {
    const { storage, auth } = await dieAt('set token', {});
    auth.setSession({ accessToken: accessToken(), refreshToken: 'new' });
    await until(() => storage.calls.includes('set token'));
    expect((await reload(storage)).status()).toBe('anonymous');
  });

  for (const subject of ['ada', 'bob']) {
    it(`leaves the whole newer session (of ada, then of ${subject})`, async () => {
      const first = accessToken(3_600, { sub: 'ada' });
      const { storage, auth } = await dieAt('set token', stored(first));
      const second = accessToken(3_600, { sub: subject });
      auth.setSession({ accessToken: second, refreshToken: 'new' });
      await until(() => storage.calls.includes('set token'));
      const next = await reload(storage);
      expect(next.token()).toBe(second);
      next.refresh().subscribe();
      const call = await until(() => {
        try {
          return one('/refresh');
        } catch {
          return null;
        }
      });
      expect(call.request.body).toEqual({ refresh_token: 'new' });
    });

    it(`leaves the whole older session (of ada, then of ${subject})`, async () => {
      const first = accessToken(3_600, { sub: 'ada' });
      const { storage, auth } = await dieAt('set token.details', stored(first));
      auth.setSession({ accessToken: accessToken(3_600, { sub: subject }), refreshToken: 'new' });
      await until(() => storage.calls.includes('set token.details'));
      expect((await reload(storage)).token()).toBe(first);
    });
  }

  it('leaves nothing of a session that was signed out', async () => {
    const { storage, auth } = await dieAt('remove token', stored());
    auth.logout().subscribe();
    await until(() => storage.calls.includes('remove token.activity'));
    // All are asked for at once: none waits for another.
    expect(storage.calls.slice(-3)).toEqual([
      'remove token',
      'remove token.details',
      'remove token.activity',
    ]);
  });
});
