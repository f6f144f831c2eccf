import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { AuthField } from './auth-field';
import { AuthFieldComponent } from './auth-field-component';

/** The fields that the app adds by configuration. */
@Component({
  selector: 'auth-extra-fields',
  imports: [AuthFieldComponent],
  template: `
    @for (field of fields(); track field.name) {
      <auth-field
        [name]="field.name"
        [label]="textOf(field.label)"
        [type]="field.type ?? 'text'"
        [autocomplete]="field.autocomplete"
        [required]="field.required ?? true"
      />
    }
  `,
  host: { class: 'auth-fields' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExtraFields {
  readonly fields = input.required<readonly AuthField[]>();

  protected textOf(label: AuthField['label']): string {
    return typeof label === 'string' ? label : label();
  }
}
