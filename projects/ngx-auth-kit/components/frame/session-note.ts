import {
  afterNextRender,
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { AuthService, ɵSessionQuestion as SessionQuestion } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';

/**
 * Tells users of a form what became of their session: while the server cannot be reached, that they
 * may still be signed in; on the login form, why it has ended. Empty otherwise.
 */
@Component({
  selector: 'auth-session-note',
  template: '{{ text() }}',
  host: { class: 'auth-note', 'aria-live': 'polite' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionNote {
  private readonly endedBy = inject(AuthService).endedBy;
  private readonly isUnreachable = inject(SessionQuestion).isUnreachable;
  private readonly labels = inject(AUTH_LABELS);
  /** Screen readers only read out changes of a region that is there already. */
  private readonly isThere = signal(false);

  /** Whether to say why the session has ended. Default: false. */
  readonly tellsEnd = input(false, { transform: booleanAttribute });

  protected readonly text = computed(() => {
    const { unreachable, ended } = this.labels();
    if (!this.isThere()) return '';
    if (this.isUnreachable()) return unreachable;
    const type = this.tellsEnd() && this.endedBy()?.type;
    return type ? ended[type as keyof typeof ended] : '';
  });

  constructor() {
    afterNextRender(() => this.isThere.set(true));
  }
}
