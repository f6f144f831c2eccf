import { provideHttpClient } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { App, pages, Session } from './app';
import { UsualPage } from './usual-page';
import { NoSession } from './no-session';

void bootstrapApplication(App, {
  providers: [
    provideRouter([...pages(), { path: 'usual', component: UsualPage }]),
    provideHttpClient(),
    { provide: Session, useClass: NoSession },
  ],
});
