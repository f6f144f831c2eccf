import { TestBed } from '@angular/core/testing';
import { firstValueFrom, Observable } from 'rxjs';
import { AuthError } from '../core/errors/auth-error';
import { AuthEvent } from '../core/session/auth-event';
import { AuthService } from '../core/session/auth-service';
import { MockBackend } from './mock-backend';
import { authProviders } from './set-up';

/** Speaks `flaskJwtAuth`. */
export const mock = new MockBackend();

/** An app on the mock backend. */
export function setUpOnMock(config = {}): AuthService {
  TestBed.configureTestingModule({
    providers: authProviders({ baseUrl: `${mock.url}/auth`, requestTimeout: 3_000, ...config }),
  });
  return TestBed.inject(AuthService);
}

/** The error that the call must end in. */
export async function errorOf(answer: Observable<unknown>): Promise<AuthError> {
  try {
    fail(`succeeded with ${await firstValueFrom(answer)}`);
  } catch (error) {
    if (error instanceof AuthError) return error;
    throw error;
  }
  throw new Error('no error');
}

/** The kinds of the events from now on. */
export function eventsOf(auth: AuthService): AuthEvent['type'][] {
  const types: AuthEvent['type'][] = [];
  auth.events.subscribe(({ type }) => types.push(type));
  return types;
}
