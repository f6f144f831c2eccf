import { delivered } from '../../../test-support/delivered';
import { refreshCall, signInToRefresh } from '../../../test-support/refresh-app';

function noted(): unknown {
  const details: unknown = JSON.parse(localStorage.getItem('token.details') ?? '{}');
  return (details as { failedAt?: unknown }).failedAt;
}

/** The browser cancels the calls of a page that is left. */
async function cancelRefresh(before: () => void = () => undefined): Promise<void> {
  signInToRefresh()
    .refresh()
    .subscribe({ error: () => undefined });
  const call = await refreshCall();
  before();
  call.error(new ProgressEvent('abort'));
  await delivered();
}

describe('a refresh that gets no answer', () => {
  afterEach(() => dispatchEvent(new PageTransitionEvent('pageshow')));

  it('is noted, so that other tabs wait', async () => {
    await cancelRefresh();
    expect(noted()).toEqual(jasmine.any(Number));
  });

  it('is not noted while the page is being left: that says nothing about the server', async () => {
    await cancelRefresh(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    expect(noted()).toBeUndefined();
  });
});
