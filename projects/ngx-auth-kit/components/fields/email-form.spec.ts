import { HttpTestingController } from '@angular/common/http/testing';
import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { accountBackend } from '../../test-support/account-backend';
import { open } from '../../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { ForgotPasswordComponent } from '../forgot-password/forgot-password-component';
import { LoginComponent } from '../login/login-component';
import { RegisterComponent } from '../register/register-component';

const SCREENS: Record<string, Type<unknown>> = {
  login: LoginComponent,
  register: RegisterComponent,
  'forgot-password': ForgotPasswordComponent,
};
const http = () => TestBed.inject(HttpTestingController);

for (const [path, component] of Object.entries(SCREENS)) {
  describe(`the e-mail address of the screen ${path}`, () => {
    const send = async (email: string) => {
      setUpFakeHttp({ backend: accountBackend }, undefined, provideRouter([]));
      const screen = await open(component);
      screen.type('email', email);
      if (screen.input('password')) screen.type('password', 'secret');
      await screen.submit();
      return screen;
    };

    for (const email of ['ada', 'ada@', '@example.com', 'a b@c', 'ada@exa mple.com']) {
      it(`is refused in the form, with a message, if it is ${email}`, async () => {
        const screen = await send(email);
        expect(screen.descriptionOf('email')).toBe(
          'Please enter an e-mail address such as ada@example.com.',
        );
        expect(document.activeElement).toBe(screen.input('email'));
        http().expectNone(`${BASE_URL}/${path}`);
      });
    }

    for (const email of ['ada@localhost', 'ädä+x@exämple.example', "o'hara@example.co.uk"]) {
      it(`is sent if it is ${email}`, async () => {
        await send(email);
        const { body } = http().expectOne(`${BASE_URL}/${path}`).request;
        expect((body as { email: string }).email).toBe(email);
      });
    }

    it('is trimmed, and stays in the field as it was typed', async () => {
      const screen = await send(' ada@example.com ');
      const { body } = http().expectOne(`${BASE_URL}/${path}`).request;
      expect((body as { email: string }).email).toBe('ada@example.com');
      expect(screen.input('email').value).toBe(' ada@example.com ');
    });
  });
}
