import { Component, signal } from '@angular/core';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { flaskJwtAuth } from '../../core/backends/flask-jwt-auth';
import { open, Screen } from '../../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { digit, minLength } from '../fields/password-rule';
import { RegisterComponent } from './register-component';

@Component({
  imports: [RegisterComponent],
  template: `
    <auth-register terms>
      <span authTerms>I accept the <a href="#terms">terms</a></span>
    </auth-register>
  `,
})
class Terms {}

const http = () => TestBed.inject(HttpTestingController);
const request = () => http().expectOne(`${BASE_URL}/register`);

async function refuse(screen: Screen<unknown>, fields: Record<string, string>) {
  await screen.fillAndSubmit();
  request().flush({ fields }, { status: 422, statusText: 'No' });
  await screen.fixture.whenStable();
}

describe('RegisterComponent', () => {
  beforeEach(() => {
    const readError = (response: object) => {
      const { fields } = (response as { error: { fields: Record<string, string> } }).error;
      return { fields };
    };
    setUpFakeHttp({ backend: { ...flaskJwtAuth, readError } }, undefined, provideRouter([]));
  });

  it('shows which rules the password meets, and sends none that breaks one', async () => {
    const screen = await open(RegisterComponent, { passwordRules: [minLength(4), digit] });
    expect(screen.descriptionOf('password')).toBe(
      'At least 4 characters (not met yet) A digit (not met yet)',
    );
    await screen.fillAndSubmit('ada@example.com', 'abcd');
    expect(screen.descriptionOf('password')).toBe(
      'At least 4 characters (met) A digit (not met yet) ' +
        'The password does not meet all requirements yet.',
    );
    expect(document.activeElement).toBe(screen.input('password'));
    http().expectNone(`${BASE_URL}/register`);

    await screen.fillAndSubmit('ada@example.com', 'abc1');
    expect(request().request.body).toEqual({ email: 'ada@example.com', password: 'abc1' });
    expect(screen.input('password').getAttribute('aria-invalid')).toBe('false');
  });

  it('takes a rule of the app', async () => {
    const rule = { label: 'No “x”', test: (password: string) => !password.includes('x') };
    const screen = await open(RegisterComponent, { passwordRules: [rule] });
    screen.type('password', 'x');
    await screen.fixture.whenStable();
    expect(screen.descriptionOf('password')).toBe('No “x” (not met yet)');
  });

  it('has the password repeated, and does not send the repetition', async () => {
    const screen = await open(RegisterComponent, { confirmPassword: true });
    screen.type('confirmPassword', ' Secret ');
    await screen.fillAndSubmit();
    expect(screen.descriptionOf('confirmPassword')).toBe('The two passwords are not the same.');
    expect(document.activeElement).toBe(screen.input('confirmPassword'));
    screen.type('confirmPassword', ' secret ');
    await screen.submit();
    expect(request().request.body).toEqual({ email: 'ada@example.com', password: ' secret ' });
  });

  it('has the terms accepted, in the words of the app', async () => {
    const screen = await open(Terms);
    const terms = screen.input('terms');
    expect(terms.labels![0]!.textContent.trim()).toBe('I accept the terms');
    await screen.fillAndSubmit();
    expect(screen.descriptionOf('terms')).toBe('Please accept the terms to go on.');
    expect(document.activeElement).toBe(terms);
    await screen.click(terms);
    await screen.submit();
    expect(request().request.body).toEqual({ email: 'ada@example.com', password: ' secret ' });
  });

  it('asks for more fields, labelled in the language of the moment', async () => {
    const label = signal('Name');
    const extraFields = [
      { name: 'name', label, autocomplete: 'name' },
      { name: 'phone', label: 'Phone', type: 'tel', required: false },
    ];
    const screen = await open(RegisterComponent, { extraFields });
    expect([screen.input('name').autocomplete, screen.input('phone').inputMode]).toEqual([
      'name',
      'tel',
    ]);
    await screen.fillAndSubmit();
    expect(screen.descriptionOf('name')).toBe('“Name” is required.');
    label.set('Nombre');
    await screen.fixture.whenStable();
    expect(screen.descriptionOf('name')).toBe('“Nombre” is required.');
    screen.type('name', 'Ada');
    await screen.submit();
    expect(request().request.body).toEqual({
      email: 'ada@example.com',
      name: 'Ada',
      password: ' secret ',
      phone: '',
    });
  });

  for (const name of ['email', 'identifier']) {
    it(`shows what the backend says of “${name}” at the field, until that is edited`, async () => {
      const screen = await open(RegisterComponent);
      await refuse(screen, { [name]: '<i>taken</i>' });
      expect(screen.descriptionOf('email')).toBe('<i>taken</i>');
      expect(screen.alert).toBe('Some fields need attention.');
      expect(document.activeElement).toBe(screen.input('email'));
      screen.type('email', 'ada@example.org');
      await screen.fixture.whenStable();
      expect(screen.descriptionOf('email')).toBe('');
    });
  }

  it('shows what the backend says of other fields with the form', async () => {
    const screen = await open(RegisterComponent);
    await refuse(screen, { password: 'Too common.', captcha: '<i>missing</i>', __proto__x: 'odd' });
    expect(screen.descriptionOf('password')).toBe('Too common.');
    expect(screen.alert).toBe('Some fields need attention. captcha <i>missing</i> __proto__x odd');
    expect(screen.find('i')).toBeNull();
  });

  it('shows the backend’s messages at the fields of the app', async () => {
    const screen = await open(RegisterComponent, {
      extraFields: [{ name: 'name', label: 'Name', required: false }],
    });
    await refuse(screen, { name: 'Too long.' });
    expect(screen.descriptionOf('name')).toBe('Too long.');
    expect(screen.alert).toBe('Some fields need attention.');
  });
});
