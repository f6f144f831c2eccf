import { firstValueFrom, Observable } from 'rxjs';
import { AuthBackend } from '../../backends/auth-backend';
import { AuthError } from '../../errors/auth-error';
import { accountBackend } from '../../../test-support/account-backend';
import { nextCall, openAnonymous, request, statusOf } from '../../../test-support/cookie-tab';
import { closeTabs, Tab } from '../../../test-support/open-tab';
import { REFUSED } from '../../../test-support/refresh-backend';

const backend: AuthBackend = { ...accountBackend, session: 'cookie' };
const ANSWER = { status: 'success', data: { email: 'ada@example.com' } };

async function refuseRequest(tab: Tab): Promise<void> {
  const { sent, answer } = request(tab);
  sent.flush(null, REFUSED);
  expect(statusOf(await answer)).toBe(401);
}

function outcomeOf(answer: Observable<unknown>): Promise<unknown> {
  return firstValueFrom(answer).catch((error: AuthError) => error.code);
}

describe('a refusal of another request', () => {
  let tab: Tab;
  beforeEach(async () => {
    localStorage.clear();
    tab = await openAnonymous([], backend);
  });
  afterEach(() => closeTabs());

  it('lets a login under way go on', async () => {
    const outcome = outcomeOf(tab.auth.login({}));
    await refuseRequest(tab);
    (await nextCall(tab, '/login')).flush(ANSWER);
    expect(await outcome).toEqual(ANSWER.data);
    expect(tab.auth.isAuthenticated()).toBeTrue();
  });

  it('lets a registration under way go on', async () => {
    const register = { ...backend.endpoints.register!, signsIn: true };
    tab = await openAnonymous([], {
      ...backend,
      endpoints: { ...backend.endpoints, register },
    });
    const outcome = outcomeOf(tab.auth.register({}));
    await refuseRequest(tab);
    (await nextCall(tab, '/register')).flush(ANSWER);
    expect(await outcome).toEqual({ user: ANSWER.data, authenticated: true });
    expect(tab.auth.isAuthenticated()).toBeTrue();
  });

  for (const moment of ['before the code is sent', 'while the code is checked']) {
    it(`lets a second factor go on (${moment})`, async () => {
      const first = outcomeOf(tab.auth.login({}));
      (await nextCall(tab, '/login')).flush({ status: 'success', challenge: 'of-this-login' });
      expect(await first).toBe('second_factor_required');
      const isEarly = moment.startsWith('before');
      if (isEarly) await refuseRequest(tab);
      const second = outcomeOf(tab.auth.verifySecondFactor({ code: '123456' }));
      const call = await nextCall(tab, '/second-factor');
      expect(call.request.body).toEqual({ challenge: 'of-this-login', code: '123456' });
      if (!isEarly) await refuseRequest(tab);
      call.flush(ANSWER);
      expect(await second).toEqual(ANSWER.data);
      expect(tab.auth.isAuthenticated()).toBeTrue();
    });
  }
});
