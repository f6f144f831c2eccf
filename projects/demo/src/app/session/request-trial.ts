import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { map, Observable } from 'rxjs';
import { FOREIGN_URL, protectedUrl } from '../backend/backend-urls';
import { DIALECT } from '../backend/dialect';

/** Sends a request to the backend and one to elsewhere, and tells what came of it. */
@Component({
  selector: 'demo-request-trial',
  template: `
    <p>
      The interceptor adds the token to requests to the backend's own origin. {{ foreign }} is
      another origin, and no token goes there.
    </p>
    <div class="buttons">
      <button type="button" (click)="askBackend()">Send a request with the token</button>
      <button type="button" class="quiet" (click)="askElsewhere()">
        Send one to a foreign origin
      </button>
    </div>
    <p role="status" data-testid="trial-outcome">{{ outcome() }}</p>
  `,
  styleUrl: './request-trial.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequestTrial {
  private readonly http = inject(HttpClient);
  private readonly destroyRef = inject(DestroyRef);
  private readonly protectedUrl = protectedUrl(inject(DIALECT));

  protected readonly foreign = new URL(FOREIGN_URL).host;
  protected readonly outcome = signal('');

  protected askBackend(): void {
    this.show(
      this.http
        .get<{ message: string }>(this.protectedUrl)
        .pipe(map(({ message }) => `The backend knows you: “${message}”`)),
    );
  }

  protected askElsewhere(): void {
    this.show(
      this.http
        .get<{ headers: Record<string, string> }>(FOREIGN_URL)
        .pipe(
          map(({ headers }) =>
            'authorization' in headers
              ? `${this.foreign} was sent a token. It should not have been.`
              : `${this.foreign} was sent no token.`,
          ),
        ),
    );
  }

  private show(outcome: Observable<string>): void {
    this.outcome.set('Sending …');
    outcome.pipe(takeUntilDestroyed(this.destroyRef)).subscribe({
      next: (text) => this.outcome.set(text),
      error: ({ status }: HttpErrorResponse) =>
        this.outcome.set(
          status === 0 ? 'The server cannot be reached.' : `The server answered ${status}.`,
        ),
    });
  }
}
