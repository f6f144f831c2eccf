import { HttpTestingController } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AuthLabels } from '../../labels/auth-labels';
import { authLabelsDe } from '../../labels/auth-labels-de';
import { authLabelsEn } from '../../labels/auth-labels-en';
import { provideAuthLabels } from '../../labels/provide-auth-labels';
import { provideReachability } from '../../test-support/reachability';
import { open, Screen } from '../../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { LoginComponent } from '../login/login-component';
import { RegisterComponent } from '../register/register-component';

const FORMS = { login: LoginComponent, register: RegisterComponent };

for (const [path, component] of Object.entries(FORMS)) {
  describe(`the note about the server on the page ${path}`, () => {
    const labels = signal<AuthLabels>(authLabelsEn);
    const { isUnreachable, provider } = provideReachability();
    let screen: Screen<unknown>;
    const note = () => screen.find('.auth-note')!;
    const lose = async (isLost: boolean) => {
      isUnreachable.set(isLost);
      await screen.fixture.whenStable();
    };

    beforeEach(async () => {
      labels.set(authLabelsEn);
      isUnreachable.set(false);
      const router = provideRouter([]);
      setUpFakeHttp(
        {},
        undefined,
        router,
        provider,
        provideAuthLabels(() => labels()),
      );
      screen = await open<unknown>(component);
    });

    it('shows and hides with the answer of the server, in a region that is there before', async () => {
      const region = note();
      expect(region.getAttribute('aria-live')).toBe('polite');
      expect(region.textContent).toBe('');
      await lose(true);
      expect(note()).toBe(region);
      expect(region.textContent).toBe(authLabelsEn.unreachable);
      await lose(false);
      expect(region.textContent).toBe('');
    });

    it('speaks the language of the moment', async () => {
      await lose(true);
      labels.set(authLabelsDe);
      await screen.fixture.whenStable();
      expect(note().textContent).toBe(authLabelsDe.unreachable);
    });

    it('takes no room while there is nothing to say', async () => {
      const height = screen.host.getBoundingClientRect().height;
      expect(getComputedStyle(note()).position).toBe('absolute');
      expect(note().getBoundingClientRect().height).toBe(0);
      await lose(true);
      expect(screen.host.getBoundingClientRect().height).toBeGreaterThan(height);
    });

    it('leaves focus, typed text and the form to the user', async () => {
      screen.input('email').focus();
      screen.type('email', 'ada@example.com');
      await lose(true);
      expect(document.activeElement).toBe(screen.input('email'));
      expect(screen.input('email').value).toBe('ada@example.com');
      await screen.fillAndSubmit();
      TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/${path}`);
    });

    it('is no error and no report of the form', async () => {
      await lose(true);
      expect(screen.alert).toBeNull();
      expect(screen.find('[role="status"]')).toBeNull();
    });
  });
}
