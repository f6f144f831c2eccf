import {
  HttpErrorResponse,
  HttpEvent,
  HttpHandler,
  HttpInterceptor,
  HttpRequest,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { BehaviorSubject, catchError, filter, Observable, switchMap, take, throwError } from 'rxjs';
import { TutorialAuth } from './tutorial-auth';

/** The tutorials' interceptor that refreshes on 401, with a BehaviorSubject for those who wait. */
@Injectable()
export class TutorialRefreshInterceptor implements HttpInterceptor {
  private readonly auth = inject(TutorialAuth);
  private readonly refreshed = new BehaviorSubject<string | null>(null);
  private isRefreshing = false;

  intercept(request: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    const token = this.auth.token;
    return next.handle(token ? withToken(request, token) : request).pipe(
      catchError((error: unknown) => {
        const isAuth = request.url.includes('/login') || request.url.includes('/refresh');
        return error instanceof HttpErrorResponse && error.status === 401 && !isAuth
          ? this.retry(request, next)
          : throwError(() => error);
      }),
    );
  }

  private retry(request: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    if (this.isRefreshing) {
      return this.refreshed.pipe(
        filter((token) => token !== null),
        take(1),
        switchMap((token) => next.handle(withToken(request, token))),
      );
    }
    this.isRefreshing = true;
    this.refreshed.next(null);
    return this.auth.refresh().pipe(
      switchMap((token) => {
        this.isRefreshing = false;
        this.refreshed.next(token);
        return next.handle(withToken(request, token));
      }),
      catchError((error: unknown) => {
        this.isRefreshing = false;
        this.auth.logout();
        return throwError(() => error);
      }),
    );
  }
}

function withToken(request: HttpRequest<unknown>, token: string): HttpRequest<unknown> {
  return request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
}
