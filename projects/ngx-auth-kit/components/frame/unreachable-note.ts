import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { ɵSessionQuestion as SessionQuestion } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';

/**
 * Tells users of a form that they may still be signed in, while the server cannot be reached. Empty
 * otherwise: screen readers only read out changes of a region that is there already.
 */
@Component({
  selector: 'auth-unreachable-note',
  template: '{{ text() }}',
  host: { class: 'auth-note', 'aria-live': 'polite' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnreachableNote {
  private readonly isUnreachable = inject(SessionQuestion).isUnreachable;
  private readonly labels = inject(AUTH_LABELS);

  protected readonly text = computed(() => (this.isUnreachable() ? this.labels().unreachable : ''));
}
