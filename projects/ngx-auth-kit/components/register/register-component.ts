import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  ɵAUTH_CONFIG as AUTH_CONFIG,
  AuthBackend,
  AuthRegistration,
  AuthService,
  ɵReturnUrl as ReturnUrl,
} from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { AuthCheckbox } from '../fields/auth-checkbox';
import { AuthField } from '../fields/auth-field';
import { ExtraFields } from '../fields/extra-fields';
import { listedField } from '../fields/listed-field';
import { NewPasswordFields } from '../fields/new-password-fields';
import { PasswordRule } from '../fields/password-rule';
import { AuthForm } from '../form/auth-form';
import { FormPanel } from '../form/form-panel';
import { booleanOr, identifierOr, listOf } from '../form/page-inputs';
import { AuthFrame } from '../frame/auth-frame';
import { SessionNote } from '../frame/session-note';
import { RegisterField } from './register-field';

/**
 * A registration form. If the backend signs the new user in, the user goes to a valid `returnUrl`,
 * or to `homeUrl`. Otherwise it says what to do next: sign in, or confirm the e-mail address first.
 * Without the endpoint `register`, it says at once that there is no registration. The content slots
 * are `[authLogo]`, `[authTitle]`, `[authTerms]`, `[authSocial]`, `[authLinks]` and `[authFooter]`.
 * Other content is placed between the fields.
 *
 * ```html
 * <auth-register terms (registered)="track($event.authenticated)">
 *   <span authTerms>I accept the <a href="/terms">terms</a></span>
 * </auth-register>
 * ```
 */
@Component({
  selector: 'auth-register',
  imports: [
    AuthCheckbox,
    AuthFrame,
    ExtraFields,
    FormPanel,
    NewPasswordFields,
    RouterLink,
    SessionNote,
  ],
  templateUrl: './register-component.html',
  providers: [AuthForm],
  styles: ':host { display: block }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterComponent {
  private readonly auth = inject(AuthService);
  private readonly router = inject(Router);
  private readonly returnUrl = inject(ReturnUrl);
  private readonly config = inject(AUTH_CONFIG);
  private readonly form = inject(AuthForm);
  protected readonly labels = inject(AUTH_LABELS);

  /** True if the user goes to the return URL once signed in. Default: true. */
  readonly navigate = input(true, { transform: (value: unknown) => booleanOr(value, true) });
  /** What users sign in with. Default: the `identifier` of the backend. */
  readonly identifier = input(this.config.identifier, {
    transform: (value: AuthBackend['identifier']) => identifierOr(value, this.config.identifier),
  });
  /** More fields, sent with the others. They are ignored if `fields` is set. Default: none. */
  readonly extraFields = input([], { transform: listOf<AuthField> });
  /**
   * All fields, in this order: `'email'`, `'username'`, `'phone'` and `'password'`, whose labels
   * the library has, or your own fields. Content is placed before the password. Default: the
   * identifier, `extraFields`, the password if users have one.
   */
  readonly fields = input([], { transform: listOf<RegisterField> });
  /** Rules for the password, shown while the user types. Default: none. */
  readonly passwordRules = input([], { transform: listOf<PasswordRule> });
  /** True if the password must be typed twice. Default: false. */
  readonly confirmPassword = input(false, { transform: booleanAttribute });
  /** True if terms must be accepted. Their text goes into `[authTerms]`. Default: false. */
  readonly terms = input(false, { transform: booleanAttribute });
  /** True if the first field gets the focus when the form appears. Default: false. */
  readonly autofocus = input(false, { transform: booleanAttribute });
  /** Emits when the account exists. */
  readonly registered = output<AuthRegistration>();

  protected readonly loginTree = this.router.parseUrl(this.config.loginUrl);
  /** The message after the registration, if the user is not signed in. */
  protected readonly next = signal<'done' | 'confirmEmail' | null>(null);
  protected readonly parts = computed(() => {
    const given = this.fields();
    const password = this.config.backend.asksPassword !== false ? (['password'] as const) : [];
    const usual = [this.identifier(), ...this.extraFields(), ...password];
    const all: readonly RegisterField[] = given.length > 0 ? given : usual;
    const list: AuthField[] = all.map((field) =>
      listedField(field, this.labels(), this.identifier()),
    );
    const at = all.indexOf('password');
    const [before, after] = at < 0 ? [list, []] : [list.slice(0, at), list.slice(at + 1)];
    return { before, after, hasPassword: at >= 0 };
  });

  protected register(): void {
    this.form.send(
      () => {
        this.next.set(null);
        return this.auth.register(this.form.values());
      },
      (registration) => {
        this.form.clear();
        this.registered.emit(registration);
        const { authenticated } = registration;
        const { mustConfirmEmail } = this.config.backend.endpoints.register!;
        if (!authenticated) this.next.set(mustConfirmEmail ? 'confirmEmail' : 'done');
        if (authenticated && this.navigate()) {
          void this.router.navigateByUrl(this.returnUrl.targetTree(this.router.url));
        }
      },
    );
  }
}
