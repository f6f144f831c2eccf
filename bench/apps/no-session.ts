import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { Session } from './app';

/** What the baselines have instead of an auth library: a request and a signal, so that these are not counted. */
@Injectable()
export class NoSession extends Session {
  private readonly http = inject(HttpClient);

  override readonly isAuthenticated = signal(false);

  override logIn(): void {
    this.http.post<boolean>('/api', {}).subscribe((answer) => this.isAuthenticated.set(answer));
  }
}
