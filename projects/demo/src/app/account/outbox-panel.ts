import { DatePipe } from '@angular/common';
import { HttpErrorResponse } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink, UrlTree } from '@angular/router';
import { Mail, MockControl } from '../backend/mock-control';
import { MailRoutes } from './mail-routes';

interface ShownMail extends Mail {
  readonly route: UrlTree | null;
}

/** The mails that the mock backend has written instead of sending them. */
@Component({
  selector: 'demo-outbox-panel',
  imports: [DatePipe, RouterLink],
  templateUrl: './outbox-panel.html',
  styleUrl: './outbox-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutboxPanel {
  private readonly control = inject(MockControl);
  private readonly routes = inject(MailRoutes);
  private readonly destroyRef = inject(DestroyRef);

  protected readonly mails = signal<readonly ShownMail[] | null>(null);
  protected readonly problem = signal('');
  protected readonly lookedAt = signal<Date | null>(null);

  constructor() {
    this.look();
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
          this.lookedAt.set(new Date());
        },
        error: ({ status }: HttpErrorResponse) =>
          this.problem.set(
            status === 404 ? 'This backend sends no mail.' : 'The backend cannot be reached.',
          ),
      });
  }
  // #endregion
}
