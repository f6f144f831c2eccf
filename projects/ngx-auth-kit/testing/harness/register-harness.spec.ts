import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { AuthService, RegisterComponent } from 'ngx-auth-kit';
import { AuthTesting } from '../session/auth-testing';
import { provideAuthTesting } from '../session/provide-auth-testing';
import { RegisterHarness } from './register-harness';

const INPUT = { identifier: 'ada@example.com', password: 'secret' };

let testing: AuthTesting;

async function open(): Promise<RegisterHarness> {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideRouter([{ path: 'status', children: [] }]),
      provideAuthTesting(),
    ],
  });
  testing = TestBed.inject(AuthTesting);
  const fixture = TestBed.createComponent(RegisterComponent);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, RegisterHarness);
}

describe('RegisterHarness', () => {
  it('registers and is signed in', async () => {
    const form = await open();
    await form.register(INPUT);
    expect(testing.calls).toEqual([
      { method: 'register', input: { email: 'ada@example.com', password: 'secret' } },
    ]);
    expect(TestBed.inject(AuthService).isAuthenticated()).toBeTrue();
    expect(TestBed.inject(Router).url).toBe('/status');
  });

  it('reads that the account is ready where the backend does not sign in', async () => {
    const form = await open();
    expect(await form.statusText()).toBeNull();
    testing.succeedNext('register', { token: null });
    await form.register(INPUT);
    expect(await form.statusText()).toMatch(/ready/);
    expect(TestBed.inject(AuthService).isAuthenticated()).toBeFalse();
  });

  it('reads errors', async () => {
    const form = await open();
    testing.failNext('register', 'rate_limited');
    await form.register(INPUT);
    expect(await form.errorText()).toMatch(/Too many/);
    await form.setPassword('');
    await form.submit();
    expect(await form.fieldError('password')).toMatch(/password/);
  });
});
