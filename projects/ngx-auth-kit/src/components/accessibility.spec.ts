import { provideRouter } from '@angular/router';
import { HttpTestingController } from '@angular/common/http/testing';
import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import axe from 'axe-core';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { open, Screen } from '../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../test-support/set-up';
import { AuthService } from '../session/auth-service';
import { digit, minLength } from './fields/password-rule';
import { authLabelsAr } from './labels/auth-labels-ar';
import { authLabelsDe } from './labels/auth-labels-de';
import { authLabelsEn } from './labels/auth-labels-en';
import { authLabelsEs } from './labels/auth-labels-es';
import { authLabelsFr } from './labels/auth-labels-fr';
import { authLabelsZh } from './labels/auth-labels-zh';
import { provideAuthLabels } from './labels/provide-auth-labels';
import { LoginComponent } from './login/login-component';
import { RegisterComponent } from './register/register-component';
import { StatusComponent } from './status/status-component';

interface State {
  readonly name: string;
  readonly component: Type<unknown>;
  readonly inputs?: Record<string, unknown>;
  readonly signedIn?: boolean;
  /** Brings a screen that has just appeared to the state. */
  reach?(screen: Screen<unknown>): Promise<void>;
}

const ALL_REGISTER_INPUTS = {
  passwordRules: [minLength(4), digit],
  confirmPassword: true,
  terms: true,
  extraFields: [{ name: 'name', label: 'Name', autocomplete: 'name' }],
};

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
];

const LANGUAGES = [
  authLabelsEn,
  authLabelsDe,
  authLabelsEs,
  authLabelsFr,
  authLabelsZh,
  authLabelsAr,
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
      const screen = await open(state.component, state.inputs);
      page.append(screen.host);
      await state.reach?.(screen);

      const { violations, passes } = await axe.run(page);
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(explain)].join('\n'))).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
      expect(
        screen.find('.auth-frame')!.matches(`:lang(${labels.language}):dir(${labels.direction})`),
      ).toBeTrue();
    });
  }
});

const explain = ({ html, failureSummary }: axe.NodeResult) => `${html} ${failureSummary ?? ''}`;

function setUp(labels: Parameters<typeof provideAuthLabels>[0]): AuthService {
  return setUpFakeHttp(
    {
      backend: {
        ...flaskJwtAuth,
        readError: ({ status }) => {
          if (status === 401) return { code: 'second_factor_required' };
          return status === 422
            ? { fields: { password: 'Too common.', captcha: 'Missing.' } }
            : null;
        },
      },
    },
    undefined,
    provideRouter([]),
    provideAuthLabels(labels),
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

async function fail(screen: Screen<unknown>, status: number): Promise<void> {
  await screen.fillAndSubmit();
  await answer(screen, 'login', status);
}

function challenge(screen: Screen<unknown>): Promise<void> {
  return fail(screen, 401);
}

async function refuse(screen: Screen<unknown>): Promise<void> {
  await screen.fillAndSubmit();
  await answer(screen, 'register', 422);
}

async function finish(screen: Screen<unknown>): Promise<void> {
  await screen.fillAndSubmit();
  await answer(screen, 'register', 201, { status: 'success' });
}
