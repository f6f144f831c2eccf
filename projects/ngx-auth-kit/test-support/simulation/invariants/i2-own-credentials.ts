import type { World } from '../world';

/**
 * I2: no request of the app is sent, or sent again, with the access token of another session or user
 * than it was made under.
 *
 * Applies to tokens in a header. A page that did not yet know who is signed in (`pending`) made its
 * request under nobody in particular.
 */
export function ownCredentials({ record, browser, backend, config }: World): void {
  if (config.mode === 'cookie') return;
  for (const { requestId, under, page } of record.actions) {
    if (requestId === null || (under.status === 'pending' && under.sessionId === null)) continue;
    for (const exchange of browser.network.exchanges) {
      if (exchange.requestId !== requestId || exchange.accessToken === null) continue;
      const used = backend.credentials.find(exchange.accessToken);
      if (used?.sessionId === under.sessionId) continue;
      // A note that no storage takes tells no page that the cookie is the same user's next session.
      const isUnnoted = config.mode === 'hybrid' && record.covered.has('storage full');
      if (isUnnoted && used?.user === under.user) continue;
      record.violation(
        'I2',
        "a request carried another session's token",
        `${page} made it under ${under.sessionId ?? 'nobody'} and sent ${used?.sessionId} (${used?.user})`,
      );
    }
  }
}

/**
 * I2 with cookies: scripts do not see which cookie the browser sends, but a refresh answer names its
 * user. A request is not sent again once the page was told that the cookie is another user's.
 */
export function notRepeatedForAnother({ record, browser, backend, config }: World): void {
  if (config.mode !== 'cookie') return;
  const { exchanges } = browser.network;
  for (const { requestId, under, page } of record.actions) {
    if (requestId === null || under.user === null) continue;
    const [, repeated] = exchanges.filter((exchange) => exchange.requestId === requestId);
    const user = backend.credentials.find(repeated?.accessToken)?.user;
    if (!repeated || user === undefined || user === under.user) continue;
    const wasTold = exchanges.some(
      ({ endpoint, page: name, endedAt, answerBody }) =>
        endpoint === 'refresh' &&
        name === page &&
        endedAt !== null &&
        endedAt <= repeated.sentAt &&
        (answerBody as { user?: { sub?: string } } | null)?.user?.sub === user,
    );
    if (!wasTold) continue;
    record.violation(
      'I2',
      'a request was repeated as another user',
      `${page} made it as ${under.user} and repeated it as ${user}`,
    );
  }
}
