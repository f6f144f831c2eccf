import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The accounts that the mock backend starts with. */
@Component({
  selector: 'demo-seeded-accounts',
  template: `
    <h2>Two accounts are ready</h2>
    <ul>
      @for (account of accounts; track account.email) {
        <li>
          <dl>
            <dt>E-mail</dt>
            <dd>{{ account.email }}</dd>
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
  protected readonly accounts = [
    {
      email: 'ada@example.com',
      password: 'correct horse battery',
      note: 'An administrator: every page opens.',
    },
    {
      email: 'bob@example.com',
      password: 'staple battery horse',
      note: 'Not an administrator: /admin leads back to /status.',
    },
  ];
}
