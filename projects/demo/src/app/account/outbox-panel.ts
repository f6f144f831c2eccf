import { HttpErrorResponse } from '@angular/common/http';
import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink, UrlTree } from '@angular/router';
import { Mail, MockControl } from '../backend/mock-control';
import { MailArrivals } from './mail-arrivals';
import { MailRoutes } from './mail-routes';

interface ShownMail extends Mail {
  readonly route: UrlTree | null;
}

/** The mails that the mock backend has written instead of sending them. */
@Component({
  selector: 'demo-outbox-panel',
  imports: [RouterLink],
  templateUrl: './outbox-panel.html',
  styleUrl: './outbox-panel.css',
  host: { '[class.unseen]': '!visible()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutboxPanel {
  private readonly control = inject(MockControl);
  private readonly routes = inject(MailRoutes);
  private readonly destroyRef = inject(DestroyRef);

  /** Whether to show the newest mail only, beside a form that has it written. */
  readonly latestOnly = input(false, { transform: booleanAttribute });
  /** Whether to show nothing at all until there is a mail. */
  readonly hideEmpty = input(false, { transform: booleanAttribute });

  protected readonly mails = signal<readonly ShownMail[] | null>(null);
  protected readonly problem = signal('');
  protected readonly shown = computed(() =>
    this.mails()?.slice(0, this.latestOnly() ? 1 : undefined),
  );
  protected readonly visible = computed(() => !this.hideEmpty() || !!this.mails()?.length);

  constructor() {
    this.look();
    inject(MailArrivals)
      .events.pipe(takeUntilDestroyed())
      .subscribe(() => this.look());
  }

  // #region outbox
  protected look(): void {
    this.control
      .outbox()
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe({
        next: (mails) => {
          // The newest first.
          const shown = mails.map((mail) => ({ ...mail, route: this.routes.of(mail.link) }));
          this.mails.set(shown.reverse());
          this.problem.set('');
        },
        error: ({ status }: HttpErrorResponse) =>
          this.problem.set(
            status === 404 ? 'This backend sends no mail.' : 'The backend cannot be reached.',
          ),
      });
  }
  // #endregion
}
