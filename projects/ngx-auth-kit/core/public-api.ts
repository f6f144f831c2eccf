export type { AuthConfig, AuthConfigFunction } from './config/auth-config';
export type { AuthFeature } from './config/auth-feature';
export { provideAuth } from './config/provide-auth';

export { aspNetIdentity } from './backends/asp-net-identity';
export type {
  AuthBackend,
  AuthChallenge,
  AuthEndpoint,
  AuthEndpointName,
  AuthHeaders,
  AuthXsrf,
} from './backends/auth-backend';
export { betterAuth } from './backends/better-auth';
export { devise } from './backends/devise';
export { djRestAuth } from './backends/dj-rest-auth';
export { djangoSimpleJwt } from './backends/django-simple-jwt';
export { fastApiUsers } from './backends/fast-api-users';
export { flaskJwt } from './backends/flask-jwt';
export { flaskJwtAuth } from './backends/flask-jwt-auth';
export { flaskJwtExtended } from './backends/flask-jwt-extended';
export { flaskRestful } from './backends/flask-restful';
export { flaskSession } from './backends/flask-session';
export { jhipster } from './backends/jhipster';
export { laravelSanctum } from './backends/laravel-sanctum';
export { nestJs } from './backends/nest-js';
export { readTokens } from './backends/read-tokens';
export { realWorld } from './backends/real-world';
export { springSecurity } from './backends/spring-security';
export { strapi } from './backends/strapi';
export { xsrfRenewal } from './backends/xsrf-renewal';

export type { AuthClaims } from './session/state/access-token';
export type { AuthEvent, AuthEventType } from './session/auth-event';
export { AuthService } from './session/auth-service';
export type { AuthLoginOptions, AuthRegistration } from './session/auth-service';
export type { AuthTokens } from './session/auth-tokens';
export type { AuthSession } from './session/auth-session';
export type { AuthUser } from './session/auth-user';
export type { AuthStatus } from './session/state/session-state';
export { withIdleTimeout } from './session/idle/with-idle-timeout';
export type { IdleTimeoutOptions } from './session/idle/with-idle-timeout';
export { withLegacyTokens } from './session/legacy/with-legacy-tokens';
export { withOwnSession } from './session/own-session/with-own-session';
export { withRememberMe } from './session/remember-me/with-remember-me';
export { withStatusCheck } from './session/check/with-status-check';
export { withTokenRefresh } from './session/refresh/with-token-refresh';
export type { TokenRefreshOptions } from './session/refresh/with-token-refresh';

export type { AuthStorage, AuthStorageKind } from './storage/auth-storage';

export { authEndpointOf } from './http/auth-endpoint-of';
export { authInterceptor } from './http/auth-interceptor';
export { injectAuthFetch } from './http/inject-auth-fetch';
export { skipAuth } from './http/skip-auth';
export { TokenInterceptor } from './http/token-interceptor';

export { EnsureAuthenticated, ensureAuthenticated } from './routing/ensure-authenticated';
export type { GuardedRoute, GuardedUrl } from './routing/guarded-url';
export { ensureUser } from './routing/ensure-user';
export { LoginRedirect, loginRedirect } from './routing/login-redirect';

export { AuthError } from './errors/auth-error';
export type { AuthErrorCode, AuthErrorDetails, AuthErrorOptions } from './errors/auth-error';

// Not public: for the entry points `ngx-auth-kit/components` and `/testing`.
export { provideSession as ɵprovideSession } from './config/provide-auth';
export { whenConfigured as ɵwhenConfigured } from './config/when-configured';
export { BROWSER_WINDOW as ɵBROWSER_WINDOW } from './config/browser-window';
export { AUTH_CONFIG as ɵAUTH_CONFIG } from './config/resolved-config';
export { ReturnUrl as ɵReturnUrl } from './routing/return-url';
export { SessionQuestion as ɵSessionQuestion } from './session/check/session-question';
export { UserQuestion as ɵUserQuestion } from './session/check/user-question';
export { SessionRefresh as ɵSessionRefresh } from './session/refresh/session-refresh';
export type { Lease as ɵLease, Session as ɵSession } from './session/state/session-state';
export { SessionStore as ɵSessionStore } from './session/state/session-store';
export { toSessionTokens as ɵtoSessionTokens } from './session/state/session-tokens';
export type { SessionTokens as ɵSessionTokens } from './session/state/session-tokens';
export { SessionStart as ɵSessionStart } from './session/tabs/session-start';
export { AuthApi as ɵAuthApi } from './http/auth-api';
export { CONFIGURED_STORAGE as ɵCONFIGURED_STORAGE } from './storage/configured-storage';
export { NOTES_STORAGE as ɵNOTES_STORAGE } from './storage/notes-storage';
export { MemoryStorage as ɵMemoryStorage } from './storage/memory-storage';
export type { SyncStorage as ɵSyncStorage } from './storage/sync-storage';
export { RememberMe as ɵRememberMe } from './session/remember-me/remember-me';
