import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { NETWORK } from './app/network/used-network';

NETWORK.open();
bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
