import { AllowedUrl } from '../config/allowed-url';
import { DevMessages } from '../errors/dev-messages';
import { AuthUrls } from './auth-urls';

/** Says in dev mode by which rule no token went to a URL. Names no path or query. */
export function explainKeptToken(
  messages: DevMessages,
  urls: AuthUrls,
  url: string,
  allowed: readonly AllowedUrl[],
): void {
  const reason = whyNot(urls, url, allowed);
  messages.warnOnce(`kept token: ${reason}`, `no token was sent with a request: ${reason}.`);
}

function whyNot(urls: AuthUrls, url: string, allowed: readonly AllowedUrl[]): string {
  const target = urls.resolve(url);
  if (!target) return 'its URL does not parse';
  const { origin, protocol } = target;
  if (!/^https?:$/.test(protocol)) return `${protocol} is neither http: nor https:`;
  return allowed.some((entry) => (entry.origin ?? urls.ownOrigin) === origin)
    ? `its path on ${origin} is not in allowedUrls`
    : `${origin} is not in allowedUrls; to send the token there, use allowedUrls: ['${origin}']`;
}
