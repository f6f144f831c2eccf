import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { NEVER } from 'rxjs';
import { AuthService } from '../../core/session/auth-service';
import { accountBackend } from '../../test-support/account-backend';
import { open, Screen } from '../../test-support/screen';
import { setUpFakeHttp } from '../../test-support/set-up';
import { ChangePasswordComponent } from '../change-password/change-password-component';
import { AuthField, AuthFieldType } from '../fields/auth-field';
import { minLength } from '../fields/password-rule';
import { ForgotPasswordComponent } from '../forgot-password/forgot-password-component';
import { LoginComponent } from '../login/login-component';
import { RegisterComponent } from '../register/register-component';
import { ResetPasswordComponent } from '../reset-password/reset-password-component';

interface Case {
  readonly component: Type<unknown>;
  readonly method: 'login' | 'register' | 'forgotPassword' | 'resetPassword' | 'changePassword';
  readonly inputs?: Record<string, unknown>;
  readonly fields: Record<string, string>;
  /** What is filled in, but not sent. */
  readonly repeated?: Record<string, string>;
}

const TYPES: AuthFieldType[] = ['text', 'email', 'tel', 'url', 'numeric', 'password'];
const extraFields: AuthField[] = TYPES.map((type) => ({ name: `x-${type}`, label: type, type }));
const EXTRA = Object.fromEntries(TYPES.map((type) => [`x-${type}`, 'x@example.com']));
const NEW = { passwordRules: [minLength(4)], confirmPassword: true };
const LOGIN = { email: 'ada@example.com', password: ' secret ' };

const CASES: Case[] = [
  {
    component: LoginComponent,
    method: 'login',
    inputs: { extraFields },
    fields: { ...LOGIN, ...EXTRA },
  },
  {
    component: RegisterComponent,
    method: 'register',
    inputs: { extraFields, ...NEW },
    fields: { ...LOGIN, ...EXTRA },
    repeated: { confirmPassword: ' secret ' },
  },
  { component: ForgotPasswordComponent, method: 'forgotPassword', fields: { email: LOGIN.email } },
  {
    component: ResetPasswordComponent,
    method: 'resetPassword',
    inputs: NEW,
    fields: { password: ' secret ' },
    repeated: { confirmPassword: ' secret ' },
  },
  {
    component: ChangePasswordComponent,
    method: 'changePassword',
    inputs: NEW,
    fields: { currentPassword: 'old', newPassword: ' secret ' },
    repeated: { confirmPassword: ' secret ' },
  },
];

function fill(screen: Screen<unknown>, values: Record<string, string>, event?: string): void {
  for (const [name, value] of Object.entries(values)) {
    screen.input(name).value = value;
    if (event) screen.input(name).dispatchEvent(new Event(event, { bubbles: true }));
  }
}

for (const { component, method, inputs, fields, repeated = {} } of CASES) {
  describe(`${component.name}, filled in by a password manager`, () => {
    let call: jasmine.Spy;
    let screen: Screen<unknown>;

    beforeEach(async () => {
      const routes = provideRouter([{ path: '**', children: [] }]);
      const auth = setUpFakeHttp({ backend: accountBackend }, undefined, routes);
      call = spyOn<AuthService, typeof method>(auth, method).and.returnValue(NEVER);
      await TestBed.inject(Router).navigateByUrl('/here?token=t');
      screen = await open(component, inputs);
    });

    for (const event of [undefined, 'change', 'input']) {
      const how = event ? `only the event ${event}` : 'no event';
      it(`sends what stands in the fields, with ${how}`, async () => {
        fill(screen, { ...fields, ...repeated }, event);
        await screen.submit();
        const sent = call.calls.mostRecent().args[0] as object;
        expect(sent).toEqual(jasmine.objectContaining(fields));
      });

      it(`sends it after a first try with nothing in them, with ${how}`, async () => {
        await screen.submit();
        expect(call).not.toHaveBeenCalled();
        fill(screen, { ...fields, ...repeated }, event);
        await screen.submit();
        expect(call).toHaveBeenCalledTimes(1);
      });
    }

    it('takes back what was missing as soon as it hears of a change', async () => {
      await screen.submit();
      fill(screen, { ...fields, ...repeated }, 'change');
      await screen.fixture.whenStable();
      expect(screen.all('[aria-invalid="true"]')).toEqual([]);
    });
  });
}
