import { booleanAttribute, ChangeDetectionStrategy, Component, input } from '@angular/core';
import { AuthCheckbox } from './auth-checkbox';
import { AuthField } from './auth-field';
import { AuthFieldComponent } from './auth-field-component';
import { ListedField } from './listed-field';

/** Fields by configuration, in their order. */
@Component({
  selector: 'auth-extra-fields',
  imports: [AuthCheckbox, AuthFieldComponent],
  template: `
    @for (field of fields(); track field.name) {
      @if (field.type === 'checkbox') {
        <auth-checkbox
          sent
          [key]="field.name"
          [label]="textOf(field.label)"
          [required]="field.required ?? false"
        />
      } @else {
        <auth-field
          [name]="field.name"
          [label]="textOf(field.label)"
          [type]="field.type ?? 'text'"
          [autocomplete]="field.autocomplete"
          [required]="field.required ?? true"
          [missing]="field.missing"
          [alias]="field.alias"
          [autofocus]="autofocus() && $first"
        />
      }
    }
  `,
  host: { class: 'auth-fields' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExtraFields {
  readonly fields = input.required<readonly ListedField[]>();
  /** Whether the first takes the focus when it appears. */
  readonly autofocus = input(false, { transform: booleanAttribute });

  protected textOf(label: AuthField['label']): string {
    return typeof label === 'string' ? label : label();
  }
}
