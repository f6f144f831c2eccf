import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { ActivatedRoute, Router } from '@angular/router';
import { TutorialAuth } from './tutorial-auth';

/** The tutorials' login form. */
@Component({
  selector: 'tutorial-login',
  imports: [ReactiveFormsModule],
  template: `
    <form [formGroup]="form" (ngSubmit)="logIn()">
      <label for="email">E-mail</label>
      <input id="email" type="email" formControlName="email" autocomplete="username" />
      @if (form.controls.email.touched && form.controls.email.invalid) {
        <p>Please enter your e-mail.</p>
      }
      <label for="password">Password</label>
      <input
        id="password"
        type="password"
        formControlName="password"
        autocomplete="current-password"
      />
      @if (form.controls.password.touched && form.controls.password.invalid) {
        <p>Please enter your password.</p>
      }
      @if (failed()) {
        <p role="alert">Wrong e-mail or password.</p>
      }
      <button type="submit" [disabled]="form.invalid">Log in</button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TutorialLogin {
  private readonly auth = inject(TutorialAuth);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  protected readonly failed = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required, Validators.email]],
    password: ['', Validators.required],
  });

  protected logIn(): void {
    const { email, password } = this.form.getRawValue();
    this.auth.login(email, password).subscribe({
      next: () =>
        void this.router.navigateByUrl(this.route.snapshot.queryParams['returnUrl'] ?? '/'),
      error: () => this.failed.set(true),
    });
  }
}
