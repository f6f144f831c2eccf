import { provideRouter } from '@angular/router';
import { of, Subject, throwError } from 'rxjs';
import { AuthError } from '../../core/errors/auth-error';
import { AuthService } from '../../core/session/auth-service';
import { accountBackend } from '../../test-support/account-backend';
import { open, Screen } from '../../test-support/screen';
import { setUpFakeHttp } from '../../test-support/set-up';
import { ForgotPasswordComponent } from '../forgot-password/forgot-password-component';
import { LoginComponent } from '../login/login-component';

describe('a login that fails while the user is already doing something else', () => {
  let screen: Screen<unknown>;
  let answer: Subject<null>;
  let login: jasmine.Spy<AuthService['login']>;
  let search: HTMLElement;

  beforeEach(async () => {
    const auth = setUpFakeHttp({}, undefined, provideRouter([]));
    answer = new Subject<null>();
    login = spyOn(auth, 'login').and.returnValue(answer);
    screen = await open(LoginComponent);
    search = document.createElement('input');
    document.body.append(search);
    screen.input('password').focus();
    await screen.fillAndSubmit();
  });
  afterEach(() => search.remove());

  const fail = async () => {
    answer.error(new AuthError('invalid_credentials'));
    await screen.fixture.whenStable();
    expect(screen.alert).not.toBeNull();
  };

  it('takes the focus to the message if nothing was typed since', async () => {
    await fail();
    expect(document.activeElement).toBe(screen.find('[role="alert"]'));
  });

  it('leaves the field to the user who types in it, and what was typed', async () => {
    screen.type('password', 'another');
    await fail();
    expect(document.activeElement).toBe(screen.input('password'));
    expect(screen.input('password').value).toBe('another');
  });

  it('leaves the user in another field of the form', async () => {
    screen.input('email').focus();
    await fail();
    expect(document.activeElement).toBe(screen.input('email'));
  });

  it('leaves the user in a field of the page', async () => {
    search.focus();
    await fail();
    expect(document.activeElement).toBe(search);
  });

  it('leaves the user in a field within a shadow root', async () => {
    const host = document.createElement('div');
    search.after(host);
    const inner = document.createElement('input');
    host.attachShadow({ mode: 'open' }).append(inner);
    inner.focus();
    await fail();
    expect(host.shadowRoot!.activeElement).toBe(inner);
    host.remove();
  });

  it('takes the focus again at the next failure', async () => {
    screen.type('password', 'another');
    await fail();
    login.and.returnValue(throwError(() => new AuthError('invalid_credentials')));
    await screen.submit();
    expect(document.activeElement).toBe(screen.find('[role="alert"]'));
  });
});

describe('a form that succeeds while the user types elsewhere', () => {
  it('leaves the focus there', async () => {
    const auth = setUpFakeHttp({ backend: accountBackend }, undefined, provideRouter([]));
    spyOn(auth, 'forgotPassword').and.returnValue(of(undefined));
    const screen = await open(ForgotPasswordComponent);
    const search = document.createElement('input');
    document.body.append(search);
    screen.type('email', 'ada@example.com');
    search.focus();
    await screen.submit();
    expect(screen.find('[role="status"]')).not.toBeNull();
    expect(document.activeElement).toBe(search);
    search.remove();
  });
});
