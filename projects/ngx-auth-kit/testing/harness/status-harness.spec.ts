import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { StatusComponent } from 'ngx-auth-kit';
import { AuthTesting } from '../session/auth-testing';
import { AuthTestingOptions } from '../session/auth-testing-options';
import { provideAuthTesting } from '../session/provide-auth-testing';
import { StatusHarness } from './status-harness';

let testing: AuthTesting;

function open(
  options: AuthTestingOptions,
  plan: (testing: AuthTesting) => void = () => undefined,
): Promise<StatusHarness> {
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), provideAuthTesting(options)],
  });
  testing = TestBed.inject(AuthTesting);
  plan(testing);
  const fixture = TestBed.createComponent(StatusComponent);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, StatusHarness);
}

const ADA = { user: { email: 'ada@example.com', user_id: 1 } };

describe('StatusHarness', () => {
  it('reads who is signed in and signs out', async () => {
    const status = await open(ADA);
    expect(await status.details()).toEqual({ email: 'ada@example.com', 'user id': '1' });
    expect(await status.canSignOut()).toBeTrue();
    await status.signOut();
    expect(await status.details()).toEqual({});
    expect(testing.calls.map(({ method }) => method)).toEqual(['checkStatus', 'logout']);
  });

  it('reads each status', async () => {
    const status = await open({ status: 'pending' });
    const texts = [await status.statusText()];
    testing.signOut();
    texts.push(await status.statusText());
    testing.signIn();
    texts.push(await status.statusText());
    expect(new Set(texts).size).toBe(3);
    expect(texts.every(Boolean)).toBeTrue();
  });

  it('cannot sign out nobody', async () => {
    const status = await open({});
    expect(await status.canSignOut()).toBeFalse();
    await expectAsync(status.signOut()).toBeRejectedWithError(/no button to sign out/);
    await expectAsync(status.tryAgain()).toBeRejectedWithError(/no button to try again/);
  });

  it('reads the error and tries again, or signs out all the same', async () => {
    const status = await open(ADA, (testing) => {
      testing.failNext('checkStatus', 'network');
      testing.failNext('checkStatus', 'server_error');
    });
    expect(await status.errorText()).toMatch(/cannot be reached/);
    await status.tryAgain();
    expect(await status.errorText()).toMatch(/has a problem/);
    await status.tryAgain();
    expect(await status.errorText()).toBeNull();
    await status.signOut();
    expect(await status.canSignOut()).toBeFalse();
  });
});
