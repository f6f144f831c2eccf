import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ACCOUNTS, SECOND_FACTOR_ACCOUNT } from '../backend/accounts';
import { backendOf, DIALECT } from '../backend/dialect';

/** The accounts that the mock backend starts with; what is put inside comes before the list. */
@Component({
  selector: 'demo-seeded-accounts',
  template: `
    <h2>Accounts that are ready</h2>
    <ng-content />
    <ul>
      @for (account of accounts; track account.username) {
        <li>
          <dl>
            <dt>{{ byName ? 'Username' : 'E-mail' }}</dt>
            <dd>{{ byName ? account.username : account.email }}</dd>
            <dt>Password</dt>
            <dd>{{ account.password }}</dd>
          </dl>
          <p class="hint">{{ account.note }}</p>
        </li>
      }
    </ul>
  `,
  styleUrl: './seeded-accounts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeededAccounts {
  private readonly backend = backendOf(inject(DIALECT));

  protected readonly byName = this.backend.identifier === 'username';
  protected readonly accounts = this.backend.endpoints.secondFactor
    ? [...ACCOUNTS, SECOND_FACTOR_ACCOUNT]
    : ACCOUNTS;
}
