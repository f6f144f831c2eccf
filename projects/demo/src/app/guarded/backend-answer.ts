import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** What the backend answers to a request of its own kind: the token is the interceptor's business. */
@Component({
  selector: 'demo-backend-answer',
  template: `
    <div aria-live="polite">
      @if (answer.isLoading()) {
        <p class="hint">Asking the backend …</p>
      } @else if (answer.hasValue()) {
        <blockquote>{{ answer.value().message }}</blockquote>
      } @else if (answer.error()) {
        <p class="error">{{ problem() }}</p>
      }
    </div>
    @if (answer.error()) {
      <button type="button" class="quiet" (click)="answer.reload()">Ask again</button>
    }
  `,
  styleUrl: './backend-answer.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BackendAnswer {
  readonly url = input.required<string>();

  // #region ask
  protected readonly answer = httpResource<{ message: string }>(() => this.url());
  // #endregion
  protected readonly problem = computed(() =>
    this.answer.statusCode()
      ? `The backend answered ${this.answer.statusCode()}.`
      : 'The backend cannot be reached.',
  );
}
