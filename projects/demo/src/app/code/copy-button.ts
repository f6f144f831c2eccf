import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input, linkedSignal } from '@angular/core';

const LABEL = 'Copy';

/** Copies a text and says whether that worked. */
@Component({
  selector: 'demo-copy-button',
  template: `<button type="button" aria-live="polite" (click)="copy()">{{ label() }}</button>`,
  styles: `
    button {
      padding: 0.6rem 0.5rem;
      font-size: 0.8125rem;
      font-weight: 600;
      color: var(--primary);
      white-space: nowrap;
      background: none;
      border: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyButton {
  private readonly document = inject(DOCUMENT);

  readonly text = input.required<string>();

  /** Another text has not been copied. */
  protected readonly label = linkedSignal({ source: this.text, computation: () => LABEL });

  protected async copy(): Promise<void> {
    try {
      await this.document.defaultView?.navigator.clipboard.writeText(this.text());
      this.label.set('Copied');
    } catch {
      // Not allowed, or a page without HTTPS.
      this.label.set('Not allowed here');
    }
  }
}
