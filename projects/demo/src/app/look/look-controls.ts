import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { ChosenLanguage, Language, LANGUAGES } from './chosen-language';
import { ChosenLook } from './chosen-look';

/** Theme, accent and language. */
@Component({
  selector: 'demo-look-controls',
  template: `
    <fieldset class="choice">
      <legend>Theme</legend>
      @for (name of look.theme.values; track name) {
        <label>
          <input
            type="radio"
            [name]="'theme-' + place()"
            [value]="name"
            [checked]="name === look.theme.value()"
            (change)="look.theme.choose(name)"
          />
          {{ name }}
        </label>
      }
    </fieldset>
    <fieldset class="choice">
      <legend>Ticket stock</legend>
      @for (name of look.accent.values; track name) {
        <label>
          <input
            type="radio"
            [name]="'accent-' + place()"
            [value]="name"
            [checked]="name === look.accent.value()"
            (change)="look.accent.choose(name)"
          />
          <span class="swatch" [attr.data-accent]="name"></span>
          {{ name }}
        </label>
      }
    </fieldset>
    <label class="language">
      Language of the forms
      <select autocomplete="off" #select (change)="language.choose(select.value)">
        @for (entry of languages; track entry.code) {
          <option
            [value]="entry.code"
            [lang]="entry.code"
            [selected]="entry.code === language.language()"
          >
            {{ entry.name }}
          </option>
        }
      </select>
    </label>
  `,
  styleUrl: './look-controls.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookControls {
  /** Tells this group of buttons from others on the page. */
  readonly place = input.required<string>();

  protected readonly look = inject(ChosenLook);
  protected readonly language = inject(ChosenLanguage);
  protected readonly languages = (Object.keys(LANGUAGES) as Language[]).map((code) => ({
    code,
    name: LANGUAGES[code],
  }));
}
