import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthService } from 'ngx-auth-kit';
import { Admits, GATES } from './gates';

/** The guarded routes, and where each leads whoever is looking. */
@Component({
  selector: 'demo-gate-list',
  imports: [RouterLink],
  templateUrl: './gate-list.html',
  styleUrl: './gate-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GateList {
  private readonly auth = inject(AuthService);

  protected readonly rows = computed(() =>
    GATES.map((gate) => {
      const detour = this.detour(gate.admits);
      return { ...gate, opens: detour === null, outcome: detour ? `Leads to ${detour}` : 'Opens' };
    }),
  );

  private detour(admits: Admits): string | null {
    if (!this.auth.isAuthenticated()) return admits === 'visitors' ? null : '/login';
    if (admits === 'visitors') return '/status';
    return admits === 'users' || this.auth.user()?.['admin'] === true ? null : '/status';
  }
}
