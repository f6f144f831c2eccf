import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { CopyButton } from './copy-button';
import { tokenise } from './tokenise';

export interface CodeFile {
  readonly name: string;
  readonly text: string;
}

/** The lines that make a page work, one file at a time. */
@Component({
  selector: 'demo-code-panel',
  imports: [CopyButton],
  template: `
    <div class="bar">
      <div class="files" role="group" aria-label="Files">
        @for (file of files(); track file.name) {
          <button type="button" [attr.aria-pressed]="file === shown()" (click)="shown.set(file)">
            {{ file.name }}
          </button>
        }
      </div>
      <demo-copy-button [text]="shown().text" />
    </div>
    <pre
      tabindex="0"
    ><code>@for (token of tokens(); track $index) {<span [class]="token.kind">{{ token.text }}</span>}</code></pre>
  `,
  styleUrl: './code-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodePanel {
  /** At least one. */
  readonly files = input.required<readonly CodeFile[]>();

  protected readonly shown = linkedSignal<CodeFile>(
    () => this.files()[0] ?? { name: '', text: '' },
  );
  protected readonly tokens = computed(() => tokenise(this.shown().text));
}
