import { DevMessages } from '../../errors/dev-messages';
import { AuthEventType } from '../auth-event';

/** Says in dev mode why a session ended, if the user did not want it here. */
export function explainEnd(
  messages: DevMessages,
  reason: AuthEventType,
  fromThisTab: boolean,
): void {
  const whys: Partial<Record<AuthEventType, string | null>> = {
    logout: fromThisTab ? null : 'another tab signed out',
    expired: 'its token has expired, and nothing here refreshes it',
    refused: 'the backend refused its token',
    idle: 'the user was inactive for too long',
  };
  const why = whys[reason];
  if (why) messages.explainOnce(`end ${why}`, `the session has ended: ${why}.`);
}
