import { ChangeDetectionStrategy, Component, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';

/** A form such as any app has, so that Angular's own forms are not counted. */
@Component({
  selector: 'bench-form',
  imports: [ReactiveFormsModule],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()">
      <input formControlName="title" />
      @if (form.controls.title.invalid) {
        <p>Required</p>
      }
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormsPage {
  readonly sent = output<string | null>();
  protected readonly form = new FormGroup({ title: new FormControl('', Validators.required) });

  protected send(): void {
    this.sent.emit(this.form.getRawValue().title);
  }
}
