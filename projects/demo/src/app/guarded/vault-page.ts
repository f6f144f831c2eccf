import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { CodePanel } from '../code/code-panel';
import { VAULT_CODE } from './guarded-code';

/** Loaded on demand, and only for those who may see it. */
@Component({
  selector: 'demo-vault-page',
  imports: [CodePanel],
  template: `
    <div class="page-head">
      <h1>Vault</h1>
      <p class="lead">
        This page is a file of its own. With the guard on <code>canMatch</code>, a browser without a
        session never downloads it.
      </p>
    </div>
    <div class="with-code">
      <section class="stack" id="latch" aria-labelledby="address-heading">
        <h2 id="address-heading">The way here</h2>
        <p>
          You asked for <code data-testid="address">{{ address }}</code>. Sign out and open that
          address again: after the login it is whole, query and fragment included.
        </p>
      </section>
      <demo-code-panel [files]="code" />
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VaultPage {
  protected readonly code = VAULT_CODE;
  protected readonly address = inject(Router).url;
}
