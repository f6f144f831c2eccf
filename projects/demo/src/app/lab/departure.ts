import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ArrivedHeader, arrivedHeaders, Echo } from './arrived-headers';

/** One request to one origin, and the headers that arrived there. */
@Component({
  selector: 'demo-departure',
  template: `
    <h3>{{ origin() }}</h3>
    <p class="hint">{{ why() }}</p>
    <button type="button" class="quiet" (click)="send()">{{ action() }}</button>
    <div aria-live="polite" class="arrivals">
      @if (headers(); as arrived) {
        <p class="verdict" [class.came]="came()" data-testid="verdict">
          {{ came() ? 'The token went along.' : 'The token stayed home.' }}
        </p>
        <table class="table">
          <caption class="visually-hidden">
            Headers that arrived at
            {{
              origin()
            }}
          </caption>
          <tbody>
            @for (header of arrived; track header.name) {
              <tr [class.secret]="header.secret">
                <th scope="row">{{ header.name }}</th>
                <td>{{ header.value }}</td>
              </tr>
            }
          </tbody>
        </table>
      } @else if (problem()) {
        <p class="error">{{ problem() }}</p>
      }
    </div>
  `,
  styleUrl: './departure.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Departure {
  private readonly http = inject(HttpClient);
  private readonly destroyRef = inject(DestroyRef);

  /** Answers with the headers that it was sent. */
  readonly url = input.required<string>();
  readonly action = input.required<string>();
  readonly why = input.required<string>();

  protected readonly origin = computed(() => new URL(this.url(), document.baseURI).origin);
  protected readonly headers = signal<readonly ArrivedHeader[] | null>(null);
  protected readonly problem = signal('');
  protected readonly came = computed(() => this.headers()?.some(({ secret }) => secret) ?? false);

  // #region send
  protected send(): void {
    // Nothing is said of tokens here: that is the interceptor's business.
    this.http
      .get<Echo>(this.url())
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe({
        next: (echo) => this.headers.set(arrivedHeaders(echo)),
        error: () => this.problem.set('Nobody answered.'),
      });
  }
  // #endregion
}
