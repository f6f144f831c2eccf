import { ChangeDetectionStrategy, Component } from '@angular/core';
import { CopyButton } from '../code/copy-button';

@Component({
  selector: 'demo-install-line',
  imports: [CopyButton],
  template: `<code>{{ line }}</code
    ><demo-copy-button [text]="line" />`,
  styles: `
    :host {
      display: inline-flex;
      gap: 0.5rem;
      align-items: center;
      max-inline-size: 100%;
      padding-inline: 1rem 0.5rem;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    code {
      padding-block: 0.5rem;
      font-size: clamp(0.8125rem, 3.6vw, 0.9375rem);
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InstallLine {
  protected readonly line = 'npm install ngx-auth-kit';
}
