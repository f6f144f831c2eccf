import { HttpClient, provideHttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';

@Component({
  selector: 'bench-page',
  template: 'page',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {}

@Component({
  selector: 'bench-root',
  imports: [RouterOutlet],
  template: '<router-outlet />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class App {
  constructor() {
    inject(HttpClient).get('/api').subscribe();
  }
}

void bootstrapApplication(App, {
  providers: [provideRouter([{ path: '', component: Page }]), provideHttpClient()],
});
