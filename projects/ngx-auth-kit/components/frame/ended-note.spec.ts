import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AuthService } from '../../core/session/auth-service';
import { SessionStore } from '../../core/session/state/session-store';
import { AuthLabels } from '../../labels/auth-labels';
import { authLabelsEn } from '../../labels/auth-labels-en';
import { provideAuthLabels } from '../../labels/provide-auth-labels';
import { LANGUAGES } from '../../test-support/languages';
import { open, Screen } from '../../test-support/screen';
import { setUpFakeHttp } from '../../test-support/set-up';
import { LoginComponent } from '../login/login-component';
import { RegisterComponent } from '../register/register-component';

type Reason = keyof AuthLabels['ended'];

/** How each comes about. */
const ENDS: Record<Reason, (store: SessionStore) => void> = {
  expired: (store) => store.dispatch({ type: 'denied', lease: store.lease(), reason: 'expired' }),
  refused: (store) => store.dispatch({ type: 'denied', lease: store.lease(), reason: 'refused' }),
  idle: (store) => store.signOut({ reason: 'idle', isOwed: true }),
  logout: (store) => {
    const { id } = store.session()!;
    store.dispatch({ type: 'endedElsewhere', id, signedOut: true });
  },
};

const note = (screen: Screen<unknown>) => screen.find('.auth-note')!;

describe('the note about a session that has ended', () => {
  let auth: AuthService;

  const end = (reason: Reason, labels = authLabelsEn) => {
    auth = setUpFakeHttp({}, undefined, provideRouter([]), provideAuthLabels(labels));
    auth.setToken('opaque');
    ENDS[reason](TestBed.inject(SessionStore));
  };

  for (const labels of LANGUAGES) {
    for (const reason of Object.keys(ENDS) as Reason[]) {
      it(`says on the login form that it was ${reason} (${labels.language})`, async () => {
        end(reason, labels);
        expect(note(await open(LoginComponent)).textContent).toBe(labels.ended[reason]);
      });
    }
  }

  it('comes into a live region that is there before, so that it is announced', () => {
    end('expired');
    const fixture = TestBed.createComponent(LoginComponent);
    fixture.changeDetectorRef.detectChanges();
    const region = (fixture.nativeElement as HTMLElement).querySelector('.auth-note')!;
    expect([region.getAttribute('aria-live'), region.textContent]).toEqual(['polite', '']);
  });

  it('is not there for a visitor, nor after a sign-out that the user asked for', async () => {
    end('expired');
    auth.setToken('opaque');
    auth.logout().subscribe();
    expect(note(await open(LoginComponent)).textContent).toBe('');
  });

  it('goes when the user signs in again', async () => {
    end('expired');
    const screen = await open(LoginComponent, { navigate: false });
    auth.setToken('opaque');
    await screen.fixture.whenStable();
    expect(note(screen).textContent).toBe('');
  });

  it('is not for the registration form', async () => {
    end('expired');
    expect(note(await open(RegisterComponent)).textContent).toBe('');
  });
});
