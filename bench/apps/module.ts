import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { ApplicationRef, DoBootstrap, NgModule } from '@angular/core';
import { BrowserModule, platformBrowser } from '@angular/platform-browser';
import { RouterModule } from '@angular/router';
import { AuthModule, ensureAuthenticated } from 'ngx-auth-kit';
import { App, pages, Session } from './app';
import { KitSession } from './kit-session';

@NgModule({
  imports: [
    BrowserModule,
    RouterModule.forRoot(pages(ensureAuthenticated)),
    AuthModule.forRoot({ baseUrl: '/api' }),
  ],
  providers: [
    provideHttpClient(withInterceptorsFromDi()),
    { provide: Session, useClass: KitSession },
  ],
})
class AppModule implements DoBootstrap {
  ngDoBootstrap(app: ApplicationRef): void {
    app.bootstrap(App);
  }
}

void platformBrowser().bootstrapModule(AppModule);
