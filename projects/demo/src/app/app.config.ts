import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { authInterceptor, provideAuth } from 'ngx-auth-kit';
import { mailArrivalsInterceptor } from './account/mail-arrivals';
import { routes } from './app.routes';
import { chosenDialect } from './backend/chosen-dialect';
import { DIALECT } from './backend/dialect';
import { DemoTitle } from './demo-title';
import { ChosenLanguage } from './look/chosen-language';
import { ChosenLook } from './look/chosen-look';
import { provideComponentLabels } from './look/component-labels';
import { NETWORK } from './network/used-network';
import { ServerClock } from './session/server-clock';
import { SessionLog } from './session/session-log';

const dialect = chosenDialect();

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      ...NETWORK.routerFeatures,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideHttpClient(withInterceptors([authInterceptor, mailArrivalsInterceptor])),
    provideAuth(dialect.config, ...dialect.features),
    provideComponentLabels(),
    { provide: DIALECT, useValue: dialect },
    { provide: TitleStrategy, useExisting: DemoTitle },
    // From the start, so that the restored session is on the list too.
    provideAppInitializer(() => void [inject(SessionLog), inject(ServerClock)]),
    // Likewise, so that the first picture is in the chosen look.
    provideAppInitializer(() => void [inject(ChosenLook), inject(ChosenLanguage)]),
  ],
};
