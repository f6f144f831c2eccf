import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { importProvidersFrom } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { JwtModule } from '@auth0/angular-jwt';
import { App, pages, Session } from '../../apps/app';
import { tutorialGuard } from '../tutorial/tutorial-guard';
import { TutorialSession } from '../tutorial/tutorial-session';

void bootstrapApplication(App, {
  providers: [
    provideRouter(pages(tutorialGuard)),
    provideHttpClient(withInterceptorsFromDi()),
    importProvidersFrom(
      JwtModule.forRoot({ config: { tokenGetter: () => localStorage.getItem('token') } }),
    ),
    { provide: Session, useClass: TutorialSession },
  ],
});
