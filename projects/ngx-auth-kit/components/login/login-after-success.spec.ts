import { provideZonelessChangeDetection } from '@angular/core';
import { of, Subject } from 'rxjs';
import { open } from '../../test-support/screen';
import { setUpFakeHttp } from '../../test-support/set-up';
import { LoginComponent } from './login-component';

describe('LoginComponent after a success', () => {
  it('holds no password that a password manager filled in without an event', async () => {
    const auth = setUpFakeHttp({}, undefined, provideZonelessChangeDetection());
    const answer = new Subject<null>();
    spyOn(auth, 'login').and.returnValue(answer);
    const extraFields = [{ name: 'pin', label: 'PIN', type: 'password', required: false }];
    const screen = await open(LoginComponent, { navigate: false, extraFields });
    await screen.fillAndSubmit();
    screen.input('pin').value = '1234';
    answer.next(null);
    await screen.fixture.whenStable();
    expect(screen.all<HTMLInputElement>('input').map(({ value }) => value)).toEqual(['', '', '']);
  });

  it('holds no password that was typed since the last render', async () => {
    const auth = setUpFakeHttp({}, undefined, provideZonelessChangeDetection());
    spyOn(auth, 'login').and.returnValue(of(null));
    const screen = await open(LoginComponent, { navigate: false });
    await screen.fillAndSubmit();
    expect(screen.input('password').value).toBe('');
  });
});
