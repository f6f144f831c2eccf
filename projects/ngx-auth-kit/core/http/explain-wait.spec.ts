import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationInitStatus, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { delivered } from '../../test-support/delivered';
import { promised } from '../../test-support/promised';
import { BASE_URL } from '../../test-support/set-up';
import { AuthConfig } from '../config/auth-config';
import { provideAuth } from '../config/provide-auth';
import { authInterceptor } from './auth-interceptor';

describe('a request that waits for the configuration', () => {
  let warn: jasmine.Spy;
  let config: ReturnType<typeof promised<AuthConfig>>;

  beforeEach(() => {
    localStorage.clear();
    warn = spyOn(console, 'warn');
    config = promised<AuthConfig>();
    jasmine.clock().install();
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(withInterceptors([authInterceptor])),
        provideHttpClientTesting(),
        provideAuth(() => config.promise),
      ],
    });
  });
  afterEach(() => jasmine.clock().uninstall());

  const send = (url: string) => TestBed.inject(HttpClient).get(url).subscribe();

  it('for long is named once, without its parameters: it may be what the configuration waits for', () => {
    send('/config.json?key=secret');
    send('/config.json');
    jasmine.clock().tick(4_999);
    expect(warn).not.toHaveBeenCalled();
    jasmine.clock().tick(2);
    expect(warn).toHaveBeenCalledOnceWith(jasmine.stringMatching(/GET \/config\.json .*skipAuth/));
    expect(warn).not.toHaveBeenCalledWith(jasmine.stringMatching(/secret/));
  });

  it('and gets it soon is not remarked on', async () => {
    send('/data');
    config.fulfil({ baseUrl: BASE_URL });
    await TestBed.inject(ApplicationInitStatus).donePromise;
    await delivered();
    jasmine.clock().tick(10_000);
    expect(warn.calls.allArgs()).toEqual([]);
  });

  it('is not remarked on once its app is gone', () => {
    send('/data');
    TestBed.resetTestingModule();
    jasmine.clock().tick(10_000);
    expect(warn.calls.allArgs()).toEqual([]);
  });
});
