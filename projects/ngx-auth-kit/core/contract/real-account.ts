import { TestBed } from '@angular/core/testing';
import { AuthBackend } from '../backends/auth-backend';
import { AuthFeature } from '../config/auth-feature';
import { AuthErrorCode } from '../errors/auth-error';
import { AuthService } from '../session/auth-service';
import { authProviders } from '../../test-support/set-up';

/** What is to be known of a real server beyond its preset. */
export interface RealAccount {
  readonly backend: AuthBackend;
  /** As an app would configure it. */
  readonly baseUrl: string;
  /** On Karma's own origin. */
  readonly proxied: string;
  readonly features?: readonly AuthFeature[];
  /** The account that the server starts with. */
  readonly ada: Readonly<Record<string, string>> & { readonly password: string };
  /** What the status answer says of her, at least. */
  readonly adaUser: object;
  /** What a login without a password ends in. */
  readonly missingField: AuthErrorCode;
  /** What a wrong current password ends in, where the preset can change it. */
  readonly wrongPassword?: AuthErrorCode;
  /** Whether logout makes the token worthless. */
  readonly revokes?: boolean;
}

/** A fresh start of an app of this account's, with storage and cookies as they are. */
export function provideAuthAt({
  backend,
  baseUrl,
  features = [],
}: Pick<RealAccount, 'backend' | 'baseUrl' | 'features'>): AuthService {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      ...authProviders({ backend, baseUrl }),
      ...features.flatMap(({ providers }) => [...providers]),
    ],
  });
  return TestBed.inject(AuthService);
}
