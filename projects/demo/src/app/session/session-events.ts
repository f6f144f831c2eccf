import { DatePipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { SessionLog } from './session-log';

@Component({
  selector: 'demo-session-events',
  imports: [DatePipe],
  template: `
    @if (log.events().length > 0) {
      <ol>
        @for (event of log.events(); track event) {
          <li>
            <time [attr.datetime]="event.at.toISOString()">{{ event.at | date: 'HH:mm:ss' }}</time>
            <strong>{{ event.type }}</strong>
            <span [class.elsewhere]="!event.fromThisTab">{{
              event.fromThisTab ? 'in this tab' : 'in another tab'
            }}</span>
          </li>
        }
      </ol>
    } @else {
      <p class="hint">Nothing yet.</p>
    }
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      padding-block: 0.35rem;
    }
    time {
      font-family: var(--data);
      font-size: 0.9375rem;
    }
    span {
      color: var(--muted);
    }
    .elsewhere {
      padding-inline: 0.5rem;
      color: var(--stub-ink);
      background: var(--stub);
      border-radius: 0.25rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionEvents {
  protected readonly log = inject(SessionLog);
}
