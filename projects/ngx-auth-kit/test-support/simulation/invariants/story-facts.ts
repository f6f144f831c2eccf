import { Exchange } from '../record/exchange';
import type { World } from '../world';

/** The refresh calls of one session, in the order in which they were sent. */
export function refreshesBySession({ browser, backend }: World): Exchange[][] {
  const bySession = new Map<string, Exchange[]>();
  for (const exchange of browser.network.exchanges) {
    const id = backend.credentials.find(exchange.refreshToken)?.sessionId;
    if (exchange.endpoint !== 'refresh' || id === undefined) continue;
    bySession.set(id, [...(bySession.get(id) ?? []), exchange]);
  }
  return [...bySession.values()];
}

/** Whether the world kept an answer from coming at or after this moment. */
export function hadFaultSince({ browser }: World, moment: number): boolean {
  const { lastFaultAt } = browser.network;
  return lastFaultAt !== null && lastFaultAt >= moment;
}
