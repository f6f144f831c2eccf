import { Cookies } from '../browser/cookie-jar';

/** What the backend knows a request as. */
export type EndpointName = 'login' | 'status' | 'logout' | 'refresh' | 'data' | 'closed';

/** How an exchange ended for the page that began it; `open` while it has not. */
export type ExchangeEnd = 'open' | 'answered' | 'failed' | 'lost' | 'aborted' | 'page-gone';

/** One request on its way and back, as an observer in the network sees it. */
export interface Exchange {
  readonly id: number;
  readonly endpoint: EndpointName;
  /** The name of the page that sent it. */
  readonly page: string;
  readonly sentAt: number;
  /** The access token in the header, or in the cookie with cookie sessions. */
  readonly accessToken: string | null;
  /** The refresh token in the body, or in the cookie; of the refresh endpoint only. */
  readonly refreshToken: string | null;
  readonly cookies: Cookies;
  readonly body: unknown;
  /** Which request of the app it belongs to; null for the library's own calls. */
  readonly requestId: string | null;
  processedAt: number | null;
  /** What the backend answered; null while it has not. */
  status: number | null;
  answerBody: unknown;
  end: ExchangeEnd;
  endedAt: number | null;
}
