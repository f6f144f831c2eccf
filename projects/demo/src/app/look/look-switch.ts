import { ChangeDetectionStrategy, Component } from '@angular/core';
import { LookControls } from './look-controls';

/** The button in the header. The browser opens, closes and announces what it controls. */
@Component({
  selector: 'demo-look-switch',
  imports: [LookControls],
  template: `
    <button type="button" popovertarget="look" aria-label="Theme and language">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" />
        <path d="M10 2.5a7.5 7.5 0 0 1 0 15z" />
      </svg>
    </button>
    <div id="look" popover role="group" aria-label="Theme and language">
      <demo-look-controls place="header" />
    </div>
  `,
  styleUrl: './look-switch.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookSwitch {}
