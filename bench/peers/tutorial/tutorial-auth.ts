import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { JwtHelperService } from '@auth0/angular-jwt';
import { BehaviorSubject, map, Observable, tap } from 'rxjs';

interface Tokens {
  readonly access_token: string;
  readonly refresh_token?: string;
}

/** The service that tutorials on JWT in Angular have their readers write. */
@Injectable({ providedIn: 'root' })
export class TutorialAuth {
  private readonly http = inject(HttpClient);
  private readonly jwt = inject(JwtHelperService);
  private readonly loggedIn = new BehaviorSubject(this.isLoggedIn());

  readonly isLoggedIn$ = this.loggedIn.asObservable();

  isLoggedIn(): boolean {
    const token = this.token;
    return token !== null && !this.jwt.isTokenExpired(token);
  }

  get token(): string | null {
    return localStorage.getItem('token');
  }

  login(email: string, password: string): Observable<void> {
    return this.http.post<Tokens>('/api/login', { email, password }).pipe(
      tap((tokens) => this.store(tokens)),
      map(() => undefined),
    );
  }

  refresh(): Observable<string> {
    const refresh_token = localStorage.getItem('refresh_token');
    return this.http.post<Tokens>('/api/refresh', { refresh_token }).pipe(
      tap((tokens) => this.store(tokens)),
      map(({ access_token }) => access_token),
    );
  }

  logout(): void {
    localStorage.removeItem('token');
    localStorage.removeItem('refresh_token');
    this.loggedIn.next(false);
  }

  private store({ access_token, refresh_token }: Tokens): void {
    localStorage.setItem('token', access_token);
    if (refresh_token) localStorage.setItem('refresh_token', refresh_token);
    this.loggedIn.next(true);
  }
}
