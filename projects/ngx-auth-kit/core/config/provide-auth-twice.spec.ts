import { EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { AuthService } from '../session/auth-service';
import { startFakeHttp } from '../../test-support/set-up';
import { provideAuth } from './provide-auth';

function setUpOfTheApp(): EnvironmentProviders {
  return provideAuth({ baseUrl: 'https://api.example.com/first' });
}

function setUpOfAFeature(): EnvironmentProviders {
  return provideAuth({ baseUrl: 'https://api.example.com/second' });
}

describe('provideAuth', () => {
  beforeEach(() => localStorage.clear());

  it('given twice in one injector is an error that says where', () => {
    const open = (): AuthService =>
      startFakeHttp(makeEnvironmentProviders([setUpOfTheApp(), setUpOfAFeature()]));
    for (const part of ['twice', '/first', '/second', 'setUpOfTheApp', 'setUpOfAFeature']) {
      expect(open).toThrowError(new RegExp(part));
    }
  });
});
