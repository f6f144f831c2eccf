import { DevMessages } from '../errors/dev-messages';

/** Says in dev mode why a guard led elsewhere. Names no query. */
export function explainRedirect(
  messages: DevMessages,
  wanted: string,
  target: string,
  why: string,
): void {
  const page = wanted.split(/[?#;]/, 1)[0];
  messages.explainOnce(`guard ${why}`, `a guard redirected from ${page} to ${target}: ${why}.`);
}
