import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthService } from 'ngx-auth-kit';
import { Admits, STOPS } from './stops';

/** The pages as stops on a line, and where each leads whoever is looking. */
@Component({
  selector: 'demo-stop-list',
  imports: [RouterLink],
  templateUrl: './stop-list.html',
  styleUrl: './stop-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StopList {
  private readonly auth = inject(AuthService);

  protected readonly rows = computed(() =>
    STOPS.map((stop) => {
      const detour = this.detour(stop.admits);
      return { ...stop, opens: detour === null, outcome: detour ? `Leads to ${detour}` : 'Opens' };
    }),
  );

  private detour(admits: Admits): string | null {
    if (admits === 'anybody') return null;
    if (!this.auth.isAuthenticated()) return admits === 'visitors' ? null : '/login';
    if (admits === 'visitors') return '/status';
    return admits === 'users' || this.auth.user()?.['admin'] === true ? null : '/status';
  }
}
