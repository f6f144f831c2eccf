import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { backendOf, DIALECT } from '../backend/dialect';
import { protectedUrl } from '../backend/backend-urls';
import { MockControl } from '../backend/mock-control';
import { catchError, firstValueFrom, map, of } from 'rxjs';
import { CallOutcome, outcomeOf } from './call-outcome';

/** Many requests of the app at once, and how few calls it takes to renew the token for them. */
@Component({
  selector: 'demo-call-burst',
  templateUrl: './call-burst.html',
  styleUrl: './call-burst.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallBurst {
  private readonly http = inject(HttpClient);
  private readonly control = inject(MockControl);
  private readonly dialect = inject(DIALECT);
  private readonly url = protectedUrl(this.dialect);
  private readonly refreshPath = backendOf(this.dialect).endpoints.refresh?.path;

  protected readonly counts = [1, 10, 100] as const;
  protected readonly count = signal<number>(10);
  protected readonly outcomes = signal<readonly CallOutcome[]>([]);
  /** Calls to renew the token that the server has seen meanwhile. */
  protected readonly renewals = signal<number | null>(null);
  protected readonly running = computed(() => this.outcomes().includes('waiting'));
  protected readonly tally = computed(() => {
    const words: Record<string, number> = {};
    for (const outcome of this.outcomes()) words[outcome] = (words[outcome] ?? 0) + 1;
    return Object.entries(words)
      .map(([outcome, number]) => `${number} ${outcome}`)
      .join(', ');
  });
  protected readonly renews = this.refreshPath !== undefined;

  // #region burst
  protected async call(): Promise<void> {
    const before = await this.countRenewals();
    this.renewals.set(null);
    this.outcomes.set(Array.from({ length: this.count() }, () => 'waiting'));
    const calls = this.outcomes().map((_, index) =>
      this.http.get(this.url).pipe(
        map((): CallOutcome => 'answered'),
        catchError((error) => of(outcomeOf(error))),
        map((outcome) => this.note(index, outcome)),
      ),
    );
    await Promise.all(calls.map((answer) => firstValueFrom(answer)));
    this.renewals.set((await this.countRenewals()) - before);
  }
  // #endregion

  private note(index: number, outcome: CallOutcome): void {
    this.outcomes.update((all) => all.map((known, at) => (at === index ? outcome : known)));
  }

  /** By the server's own log. */
  private countRenewals(): Promise<number> {
    const path = this.refreshPath;
    const seen = this.control.requests().pipe(
      map((requests) => requests.filter((request) => path && request.path.endsWith(path)).length),
      catchError(() => of(0)),
    );
    return firstValueFrom(seen);
  }
}
