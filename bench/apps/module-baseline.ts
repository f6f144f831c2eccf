import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { ApplicationRef, DoBootstrap, NgModule } from '@angular/core';
import { BrowserModule, platformBrowser } from '@angular/platform-browser';
import { RouterModule } from '@angular/router';
import { App, pages, Session } from './app';
import { NoSession } from './no-session';

@NgModule({
  imports: [BrowserModule, RouterModule.forRoot(pages())],
  providers: [
    provideHttpClient(withInterceptorsFromDi()),
    { provide: Session, useClass: NoSession },
  ],
})
class AppModule implements DoBootstrap {
  ngDoBootstrap(app: ApplicationRef): void {
    app.bootstrap(App);
  }
}

void platformBrowser().bootstrapModule(AppModule);
