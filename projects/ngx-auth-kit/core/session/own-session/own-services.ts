import { Provider } from '@angular/core';
import { DevMessages } from '../../errors/dev-messages';
import { AnswerJudge } from '../../http/answer-judge';
import { AuthApi } from '../../http/auth-api';
import { AuthUrls } from '../../http/auth-urls';
import { EndpointRequests } from '../../http/endpoint-requests';
import { ProvenRequests } from '../../http/proven-requests';
import { SessionProof } from '../../http/session-proof';
import { TokenAttachment } from '../../http/token-attachment';
import { XsrfFetch } from '../../http/xsrf-fetch';
import { XsrfRenewal } from '../../http/xsrf-renewal';
import { EnsureAuthenticated } from '../../routing/ensure-authenticated';
import { GuardedPages } from '../../routing/guarded-pages';
import { LoginPage } from '../../routing/login-page';
import { LoginRedirect } from '../../routing/login-redirect';
import { PageGuard } from '../../routing/page-guard';
import { ReturnUrl } from '../../routing/return-url';
import { CONFIGURED_STORAGE, configuredStorage } from '../../storage/configured-storage';
import { NOTES_STORAGE, notesStorage } from '../../storage/notes-storage';
import { AuthService } from '../auth-service';
import { SessionQuestion } from '../check/session-question';
import { StatusCheck } from '../check/status-check';
import { UserQuestion } from '../check/user-question';
import { STATUS_CHECK } from '../check/with-status-check';
import { StoredActivity } from '../idle/stored-activity';
import { PasswordChange } from '../password/password-change';
import { FreshCredentials } from '../refresh/fresh-credentials';
import { RefreshAttempt } from '../refresh/refresh-attempt';
import { RefreshLock } from '../refresh/refresh-lock';
import { CAN_REFRESH, SessionRefresh } from '../refresh/session-refresh';
import { SpentCredentials } from '../refresh/spent-credentials';
import { RememberMe } from '../remember-me/remember-me';
import { AnswerReader } from '../sign-in/answer-reader';
import { GivenSession } from '../sign-in/given-session';
import { SignIn } from '../sign-in/sign-in';
import { SignOut } from '../sign-in/sign-out';
import { SessionStore } from '../state/session-store';
import { StoredSession } from '../state/stored-session';
import { SessionStart } from '../tabs/session-start';
import { SessionTabs } from '../tabs/session-tabs';
import { OwnAttachment } from './own-attachment';
import { OwnRequests } from './own-requests';

/**
 * Returns every service of the core that belongs to one session. `scripts/check-own-services.ts` knows
 * the others, of which an app has one. A function, because bundlers would keep a list for every app.
 */
export function ownServices(): Provider[] {
  return [
    AnswerJudge,
    AnswerReader,
    AuthApi,
    AuthService,
    AuthUrls,
    DevMessages,
    EndpointRequests,
    EnsureAuthenticated,
    FreshCredentials,
    GivenSession,
    GuardedPages,
    LoginPage,
    LoginRedirect,
    OwnRequests,
    PageGuard,
    PasswordChange,
    ProvenRequests,
    RefreshAttempt,
    RefreshLock,
    ReturnUrl,
    SessionProof,
    SessionQuestion,
    SessionStart,
    SessionStore,
    SessionTabs,
    SignIn,
    SignOut,
    SpentCredentials,
    StatusCheck,
    StoredActivity,
    StoredSession,
    UserQuestion,
    XsrfFetch,
    XsrfRenewal,
    { provide: TokenAttachment, useClass: OwnAttachment },
    { provide: CONFIGURED_STORAGE, useFactory: configuredStorage },
    { provide: NOTES_STORAGE, useFactory: notesStorage },
    // The features of the app's session are not those of this one.
    ...[CAN_REFRESH, RememberMe, SessionRefresh, STATUS_CHECK].map((feature) => ({
      provide: feature,
      useValue: null,
    })),
  ];
}
