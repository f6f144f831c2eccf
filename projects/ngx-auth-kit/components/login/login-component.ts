import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  output,
  signal,
  WritableSignal,
} from '@angular/core';
import { Router } from '@angular/router';
import {
  ɵAUTH_CONFIG as AUTH_CONFIG,
  AuthBackend,
  AuthError,
  AuthService,
  AuthUser,
  ɵRememberMe as RememberMe,
  ɵReturnUrl as ReturnUrl,
} from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS, AuthFormLabels } from 'ngx-auth-kit/labels';
import { AuthCheckbox } from '../fields/auth-checkbox';
import { AuthField } from '../fields/auth-field';
import { AuthFieldComponent } from '../fields/auth-field-component';
import { ExtraFields } from '../fields/extra-fields';
import { AuthForm } from '../form/auth-form';
import { FormPanel } from '../form/form-panel';
import { booleanOr, identifierOr, listOf } from '../form/page-inputs';
import { AuthFrame } from '../frame/auth-frame';
import { SessionNote } from '../frame/session-note';
import { LoginField } from './login-field';
import { loginFields } from './login-fields';
import { ResendCode } from './resend-code';

/**
 * A login form. If the backend needs a one-time code, the form for the code follows. If users have
 * no password, the first step asks only for the identifier. After sign-in, the user goes to a valid
 * `returnUrl`, or to `homeUrl`. The content slots are `[authLogo]`, `[authTitle]`, `[authSocial]`,
 * `[authLinks]` and `[authFooter]`. Other content is placed below the fields.
 *
 * ```html
 * <auth-login (signedIn)="welcome($event)">
 *   <a authLinks routerLink="/forgot-password">Forgot your password?</a>
 * </auth-login>
 * ```
 */
@Component({
  selector: 'auth-login',
  imports: [
    AuthCheckbox,
    AuthFieldComponent,
    AuthFrame,
    ExtraFields,
    FormPanel,
    ResendCode,
    SessionNote,
  ],
  templateUrl: './login-component.html',
  providers: [AuthForm],
  // Inline, it would be no wider than its content.
  styles: ':host { display: block }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoginComponent {
  private readonly auth = inject(AuthService);
  private readonly router = inject(Router);
  private readonly returnUrl = inject(ReturnUrl);
  private readonly config = inject(AUTH_CONFIG);
  private readonly form = inject(AuthForm);
  private readonly remembers =
    inject(RememberMe, { optional: true }) !== null && !this.config.usesCookie;
  protected readonly labels = inject(AUTH_LABELS);

  /** True if the user goes to the return URL after sign-in. Default: true. */
  readonly navigate = input(true, { transform: (value: unknown) => booleanOr(value, true) });
  /** What users sign in with. Default: the `identifier` of the backend. */
  readonly identifier = input(this.config.identifier, {
    transform: (value: AuthBackend['identifier']) => identifierOr(value, this.config.identifier),
  });
  /**
   * True if the form shows "Keep me signed in". With cookie sessions, this works only if the login
   * endpoint has a `body`, which can tell the backend. Default: true with `withRememberMe()`,
   * otherwise false.
   */
  readonly rememberMe = input(this.remembers, {
    transform: (value: unknown) =>
      booleanOr(value, this.remembers) &&
      (!this.config.usesCookie || !!this.config.backend.endpoints.login.body),
  });
  /** More fields, sent with the others. They are ignored if `fields` is set. Default: none. */
  readonly extraFields = input([], { transform: listOf<AuthField> });
  /**
   * All fields, in this order: `'email'`, `'username'`, `'phone'` and `'password'`, whose labels
   * the library has, or your own fields. Without a password, the backend asks for a code next.
   * Default: the identifier, the password if users have one, `extraFields`.
   */
  readonly fields = input([], { transform: listOf<LoginField> });
  /** True if the first field gets the focus when the form appears. Default: false. */
  readonly autofocus = input(false, { transform: booleanAttribute });
  /** Emits the user after sign-in, or null if the backend names none. */
  readonly signedIn = output<AuthUser | null>();

  protected readonly step: WritableSignal<'login' | 'code' | 'login again'> = signal('login');
  protected readonly canResend = !!this.config.backend.endpoints.resendCode;
  protected readonly listedFields = computed(() => {
    const given = this.fields();
    const password = this.config.backend.asksPassword !== false ? (['password'] as const) : [];
    const usual = [this.identifier(), ...password, ...this.extraFields()];
    return loginFields(given.length > 0 ? given : usual, this.labels());
  });
  protected readonly texts = computed((): AuthFormLabels => {
    const { login } = this.labels();
    if (this.listedFields().some(({ type }) => type === 'password')) return login;
    return { ...login, ...(this.canResend ? login.sendCode : login.continue) };
  });
  protected readonly codeErrors = computed(() => ({
    invalid_credentials: this.labels().secondFactor.wrongCode,
  }));

  constructor() {
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  protected signIn(): void {
    const options = this.rememberMe() ? { remember: this.form.isTicked('remember') } : undefined;
    this.form.send(
      () => this.auth.login(this.form.values(), options),
      (user) => this.finish(user),
      ({ code }) => {
        const unfinished = code === 'second_factor_required';
        if (unfinished) this.goTo('code');
        return unfinished;
      },
    );
  }

  protected confirmCode(): void {
    this.form.send(
      () => this.auth.verifySecondFactor(this.form.values()),
      (user) => this.finish(user),
      ({ code }) => {
        if (code === 'session_expired') this.goTo('login');
        return false;
      },
    );
  }

  protected startOver(): void {
    this.forget();
    this.goTo('login again');
  }

  /** The login is no longer there. */
  protected giveUp(error: AuthError): void {
    this.goTo('login');
    this.form.report(error);
  }

  /** Some logins keep the password in memory until the code is there. */
  private forget(): void {
    // Another form's login is not for this one to end.
    if (this.step() === 'code') this.auth.cancelLogin();
  }

  /** A step begins with nothing typed. */
  private goTo(step: 'login' | 'code' | 'login again'): void {
    this.form.clear();
    this.step.set(step);
  }

  private finish(user: AuthUser | null): void {
    this.goTo('login');
    this.signedIn.emit(user);
    if (this.navigate()) {
      void this.router.navigateByUrl(this.returnUrl.targetTree(this.router.url));
    }
  }
}
