import { HttpTestingController } from '@angular/common/http/testing';
import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import axe from 'axe-core';
import { AuthService } from '../core/session/auth-service';
import { LANGUAGES } from '../test-support/languages';
import { provideReachability } from '../test-support/reachability';
import { accountBackend } from '../test-support/account-backend';
import { open, Screen } from '../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../test-support/set-up';
import { ChangePasswordComponent } from './change-password/change-password-component';
import { digit, minLength } from './fields/password-rule';
import { ForgotPasswordComponent } from './forgot-password/forgot-password-component';
import { authLabelsAr } from '../labels/auth-labels-ar';
import { authLabelsEn } from '../labels/auth-labels-en';
import { provideAuthLabels } from '../labels/provide-auth-labels';
import { LoginComponent } from './login/login-component';
import { RegisterComponent } from './register/register-component';
import { ResetPasswordComponent } from './reset-password/reset-password-component';
import { StatusComponent } from './status/status-component';
import { VerifyEmailComponent } from './verify-email/verify-email-component';

interface State {
  readonly name: string;
  readonly component: Type<unknown>;
  readonly inputs?: Record<string, unknown>;
  readonly signedIn?: boolean;
  /** Where a mail has led to. */
  readonly url?: string;
  /** Brings a screen that has just appeared to the state. */
  reach?(screen: Screen<unknown>): Promise<void>;
}

const ALL_REGISTER_INPUTS = {
  passwordRules: [minLength(4), digit],
  confirmPassword: true,
  terms: true,
  extraFields: [{ name: 'name', label: 'Name', autocomplete: 'name' }],
};

const NEW_PASSWORD_INPUTS = { passwordRules: [minLength(4), digit], confirmPassword: true };

const BY_CODE = { fields: ['email'] };

const reachability = provideReachability();

const SUCCESS = { status: 'success' };

const USER = { email: 'ada@example.com', user_id: 1 };

const STATES: State[] = [
  { name: 'an empty login', component: LoginComponent, inputs: { rememberMe: true } },
  { name: 'an empty registration', component: RegisterComponent, inputs: ALL_REGISTER_INPUTS },
  { name: 'an invalid login', component: LoginComponent, reach: (screen) => screen.submit() },
  {
    name: 'an invalid registration',
    component: RegisterComponent,
    inputs: ALL_REGISTER_INPUTS,
    reach: async (screen) => {
      screen.type('confirmPassword', 'other');
      await screen.fillAndSubmit('', 'abcdef');
    },
  },
  { name: 'a busy login', component: LoginComponent, reach: (screen) => screen.fillAndSubmit() },
  {
    name: 'a login with the password shown',
    component: LoginComponent,
    reach: (screen) => screen.click(screen.find('.auth-toggle')!),
  },
  { name: 'a failed login', component: LoginComponent, reach: (screen) => fail(screen, 404) },
  { name: 'a limited login', component: LoginComponent, reach: (screen) => fail(screen, 429) },
  { name: 'a registration refused by its fields', component: RegisterComponent, reach: refuse },
  { name: 'a finished registration', component: RegisterComponent, reach: finish },
  { name: 'a second factor', component: LoginComponent, reach: challenge },
  {
    name: 'a second factor without a code',
    component: LoginComponent,
    reach: async (screen) => {
      await challenge(screen);
      await screen.submit();
    },
  },
  { name: 'an empty login without a password', component: LoginComponent, inputs: BY_CODE },
  {
    name: 'a code that was sent again',
    component: LoginComponent,
    inputs: BY_CODE,
    reach: (screen) => resend(screen, 200),
  },
  {
    name: 'a code that cannot be sent again yet',
    component: LoginComponent,
    inputs: BY_CODE,
    reach: (screen) => resend(screen, 429),
  },
  { name: 'a login out of reach of the server', component: LoginComponent, reach: lose },
  { name: 'a registration out of reach of the server', component: RegisterComponent, reach: lose },
  { name: 'the status of nobody', component: StatusComponent },
  {
    name: 'the status of a user',
    component: StatusComponent,
    signedIn: true,
    reach: (screen) => answer(screen, 'status', 200, { status: 'success', data: USER }),
  },
  {
    name: 'the status in an outage',
    component: StatusComponent,
    signedIn: true,
    reach: (screen) => answer(screen, 'status', 503),
  },
  { name: 'an empty request for a mail', component: ForgotPasswordComponent },
  {
    name: 'an invalid request for a mail',
    component: ForgotPasswordComponent,
    reach: (screen) => screen.submit(),
  },
  {
    name: 'a failed request for a mail',
    component: ForgotPasswordComponent,
    reach: (screen) => send(screen, 'forgot-password', 503),
  },
  {
    name: 'a mail on its way',
    component: ForgotPasswordComponent,
    reach: (screen) => send(screen, 'forgot-password', 200),
  },
  {
    name: 'an empty new password',
    component: ResetPasswordComponent,
    inputs: NEW_PASSWORD_INPUTS,
    url: '/?token=t',
  },
  {
    name: 'an invalid new password',
    component: ResetPasswordComponent,
    inputs: NEW_PASSWORD_INPUTS,
    url: '/?token=t',
    reach: async (screen) => {
      screen.type('password', 'abcdef');
      await screen.submit();
    },
  },
  { name: 'a bad link to a new password', component: ResetPasswordComponent },
  {
    name: 'a refused link to a new password',
    component: ResetPasswordComponent,
    url: '/?token=t',
    reach: (screen) => send(screen, 'reset-password', 400),
  },
  {
    name: 'a new password that is saved',
    component: ResetPasswordComponent,
    url: '/?token=t',
    reach: (screen) => send(screen, 'reset-password', 200),
  },
  { name: 'an address being confirmed', component: VerifyEmailComponent, url: '/?token=t' },
  { name: 'a bad link to confirm an address', component: VerifyEmailComponent },
  {
    name: 'an address not confirmed in an outage',
    component: VerifyEmailComponent,
    url: '/?token=t',
    reach: (screen) => answer(screen, 'verify-email', 503),
  },
  {
    name: 'a confirmed address',
    component: VerifyEmailComponent,
    url: '/?token=t',
    reach: (screen) => answer(screen, 'verify-email', 200, SUCCESS),
  },
  {
    name: 'an empty change of the password',
    component: ChangePasswordComponent,
    inputs: NEW_PASSWORD_INPUTS,
    signedIn: true,
  },
  {
    name: 'an invalid change of the password',
    component: ChangePasswordComponent,
    inputs: NEW_PASSWORD_INPUTS,
    signedIn: true,
    reach: (screen) => screen.submit(),
  },
  {
    name: 'a refused change of the password',
    component: ChangePasswordComponent,
    signedIn: true,
    reach: (screen) => send(screen, 'change-password', 422),
  },
  {
    name: 'a changed password',
    component: ChangePasswordComponent,
    signedIn: true,
    reach: (screen) => send(screen, 'change-password', 200),
  },
];

const CASES = [
  ...STATES.flatMap((state) =>
    ['light', 'dark'].map((scheme) => ({ state, scheme, labels: authLabelsEn })),
  ),
  ...LANGUAGES.slice(1).flatMap((labels) =>
    STATES.map((state) => ({ state, scheme: 'light', labels })),
  ),
];

describe('axe finds nothing in', () => {
  let page: HTMLElement;

  afterEach(() => page.remove());

  for (const { state, scheme, labels } of CASES) {
    it(`${state.name}, ${scheme}, ${labels.language}`, async () => {
      // A page as the component would be on; axe takes a page without a background for white.
      page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      const auth = setUp(labels);
      if (state.signedIn) auth.setToken('opaque');
      if (state.url) await TestBed.inject(Router).navigateByUrl(state.url);
      const screen = await open(state.component, state.inputs);
      page.append(screen.host);
      await state.reach?.(screen);

      const { violations, passes } = await axe.run(page);
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(explain)].join('\n'))).toEqual([]);
      // axe takes the joined letters of Arabic for icons and may skip them; the colours are the same.
      if (labels !== authLabelsAr) {
        expect(passes.map(({ id }) => id)).toContain('color-contrast');
      }
      expect(
        screen.find('.auth-frame')!.matches(`:lang(${labels.language}):dir(${labels.direction})`),
      ).toBeTrue();
    });
  }
});

const explain = ({ html, failureSummary }: axe.NodeResult) => `${html} ${failureSummary ?? ''}`;

function setUp(labels: Parameters<typeof provideAuthLabels>[0]): AuthService {
  reachability.isUnreachable.set(false);
  return setUpFakeHttp(
    {
      backend: {
        ...accountBackend,
        readError: ({ status }) => {
          if (status === 401) return { code: 'second_factor_required' };
          return status === 422
            ? { fields: { password: 'Too common.', captcha: 'Missing.' } }
            : null;
        },
      },
    },
    undefined,
    provideRouter([{ path: '', children: [] }]),
    provideAuthLabels(labels),
    reachability.provider,
  );
}

async function answer(
  screen: Screen<unknown>,
  path: string,
  status: number,
  body: object | null = null,
) {
  const headers: Record<string, string> = status === 429 ? { 'Retry-After': '60' } : {};
  const request = TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/${path}`);
  request.flush(body, { status, statusText: String(status), headers });
  await screen.fixture.whenStable();
}

/** The check of the session gets no answer. */
function lose(screen: Screen<unknown>): Promise<void> {
  reachability.isUnreachable.set(true);
  return screen.fixture.whenStable();
}

async function fail(screen: Screen<unknown>, status: number): Promise<void> {
  await screen.fillAndSubmit();
  await answer(screen, 'login', status);
}

function challenge(screen: Screen<unknown>): Promise<void> {
  return fail(screen, 401);
}

async function resend(screen: Screen<unknown>, status: number): Promise<void> {
  screen.type('email', 'ada@example.com');
  await screen.submit();
  await answer(screen, 'login', 401, { challenge: 'c-1' });
  await screen.click(screen.find('auth-resend-code button')!);
  await answer(screen, 'resend-code', status, SUCCESS);
}

async function refuse(screen: Screen<unknown>): Promise<void> {
  await screen.fillAndSubmit();
  await answer(screen, 'register', 422);
}

async function finish(screen: Screen<unknown>): Promise<void> {
  await screen.fillAndSubmit();
  await answer(screen, 'register', 201, SUCCESS);
}

/** Fills in every field, sends the form and answers it. */
async function send(screen: Screen<unknown>, path: string, status: number): Promise<void> {
  for (const { name } of screen.all<HTMLInputElement>('input'))
    screen.type(name, 'ada@example.com');
  await screen.submit();
  await answer(screen, path, status, status === 200 ? SUCCESS : null);
}
