import { HttpClient, provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import {
  ApplicationRef,
  Component,
  DoBootstrap,
  ErrorHandler,
  getPlatform,
  NgModule,
  NgModuleRef,
  provideZonelessChangeDetection,
} from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { AuthConfig } from '../../core/config/auth-config';
import { until } from '../../test-support/until';
import { AuthModule } from './auth-module';

let config: Promise<AuthConfig>;

@Component({ selector: 'spec-module-app', template: 'started' })
class App {}

@NgModule({
  imports: [BrowserModule, AuthModule.forRoot(() => config)],
  providers: [
    provideZonelessChangeDetection(),
    provideHttpClient(withInterceptorsFromDi()),
    provideHttpClientTesting(),
    { provide: ErrorHandler, useValue: { handleError: () => undefined } },
  ],
})
class AppModule implements DoBootstrap {
  ngDoBootstrap(app: ApplicationRef): void {
    app.bootstrap(App);
  }
}

describe('AuthModule.forRoot with a function', () => {
  let host: HTMLElement;
  let started: NgModuleRef<AppModule> | undefined;
  beforeEach(() => {
    localStorage.clear();
    host = document.body.appendChild(document.createElement('spec-module-app'));
  });
  afterEach(() => {
    started?.destroy();
    started = undefined;
    host.remove();
  });

  it('starts the app once its configuration is there', async () => {
    localStorage.setItem('token', 'opaque');
    let fulfil!: (config: AuthConfig) => void;
    config = new Promise((resolve) => (fulfil = resolve));
    const app = getPlatform()!.bootstrapModule(AppModule);
    await new Promise(requestAnimationFrame);
    expect(host.textContent).toBe('');
    fulfil({ baseUrl: '/api' });
    const { injector } = (started = await app);
    expect(host.textContent).toBe('started');
    injector.get(HttpClient).get('/api/data').subscribe();
    const { request } = await until(
      () => injector.get(HttpTestingController).match('/api/data')[0],
    );
    expect(request.headers.get('Authorization')).toBe('Bearer opaque');
  });

  it('starts no app without it', async () => {
    config = Promise.reject(new Error('No such file.'));
    await expectAsync(getPlatform()!.bootstrapModule(AppModule)).toBeRejectedWithError(
      /^ngx-auth-kit: .*No such file/,
    );
    expect(host.textContent).toBe('');
  });
});
