import { eventsOf } from '../../test-support/mock-app';
import { refreshCall, signInToRefresh } from '../../test-support/refresh-app';
import { accessToken, answerLogin, grant } from '../../test-support/refresh-backend';

/** The body of an answer that signs this user in. */
function grantTo(sub: string, refreshToken: string) {
  return {
    ...grant(3_600, refreshToken),
    auth_token: accessToken(3_600, { sub }),
    data: { email: `${sub}@example.com` },
  };
}

describe('a session', () => {
  it('goes on with another token of its user, and keeps its refresh token', async () => {
    const auth = signInToRefresh(grantTo('ada', 'of-ada'));
    const events = eventsOf(auth);
    const token = accessToken(3_600, { sub: 'ada' });
    expect(auth.setToken(token)).toBeTrue();
    expect(auth.token()).toBe(token);
    expect(auth.user()).toEqual({ email: 'ada@example.com' });
    expect(events).toEqual(['refreshed']);
    expect(localStorage.getItem('token')).toBe(token);
    auth.refresh().subscribe();
    expect((await refreshCall()).request.body).toEqual({ refresh_token: 'of-ada' });
  });

  it('ends when a token of another user is set, with everything that was its own', () => {
    const auth = signInToRefresh(grantTo('ada', 'of-ada'));
    const events = eventsOf(auth);
    expect(auth.setToken(accessToken(3_600, { sub: 'bob' }))).toBeTrue();
    expect(auth.user()).toBeNull();
    expect(events).toEqual(['logout', 'login']);
    expect(JSON.stringify({ ...localStorage })).not.toContain('of-ada');
  });

  it('ends when somebody signs in over it', () => {
    const auth = signInToRefresh(grantTo('ada', 'of-ada'));
    const events = eventsOf(auth);
    auth.login({}).subscribe();
    answerLogin(grantTo('bob', 'of-bob'));
    expect(auth.user()).toEqual({ email: 'bob@example.com' });
    expect(events).toEqual(['logout', 'login']);
  });
});
