import { HttpInterceptorFn } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { finalize, Subject } from 'rxjs';

/** Calls that may have a mail written. */
const MAILING = /\/(login|register|forgot-password)$/;

/** Says when to look into the outbox again, as a mail program is told by its server. */
@Injectable({ providedIn: 'root' })
export class MailArrivals {
  private readonly subject = new Subject<void>();
  readonly events = this.subject.asObservable();

  announce(): void {
    this.subject.next();
  }
}

export const mailArrivalsInterceptor: HttpInterceptorFn = (request, next) => {
  const arrivals = inject(MailArrivals);
  const events = next(request);
  return MAILING.test(request.url) ? events.pipe(finalize(() => arrivals.announce())) : events;
};
