import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { AUTH_CONFIG } from '../config/resolved-config';

/** The form that login and register share. */
export type CredentialForm = FormGroup<{
  identifier: FormControl<string>;
  password: FormControl<string>;
}>;

/** An empty form; nothing in it is trimmed or rewritten. */
export function credentialForm(): CredentialForm {
  const required = () =>
    new FormControl('', { nonNullable: true, validators: Validators.required });
  return new FormGroup({ identifier: required(), password: required() });
}

/** The identifier and password fields with their labels and errors. Internal. */
@Component({
  selector: 'auth-credential-fields',
  imports: [ReactiveFormsModule],
  templateUrl: './credential-fields.html',
  styleUrl: './auth-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CredentialFields {
  readonly form = input.required<CredentialForm>();
  /** Starts the ids, which are unique in the page. */
  readonly idPrefix = input.required<string>();
  readonly passwordAutocomplete = input.required<'current-password' | 'new-password'>();
  /** The backend's messages by field name. */
  readonly serverErrors = input.required<Readonly<Record<string, string>>>();

  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');

  protected readonly identifier = inject(AUTH_CONFIG).identifier;
  protected readonly identifierLabel = this.identifier === 'email' ? 'E-mail' : 'Username';

  constructor() {
    // The element may outlive its form, and nothing else empties it then.
    inject(DestroyRef).onDestroy(() => (this.password().nativeElement.value = ''));
  }

  protected errorOf(control: 'identifier' | 'password'): string | null {
    const { invalid, touched } = this.form().controls[control];
    const label = control === 'password' ? 'password' : this.identifierLabel.toLowerCase();
    if (invalid && touched) return `Please enter your ${label}.`;
    return this.serverErrors()[control === 'password' ? 'password' : this.identifier] ?? null;
  }
}
