import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { AuthService } from 'ngx-auth-kit';
import { catchError, EMPTY, finalize } from 'rxjs';
import { NETWORK } from '../network/used-network';
import { chooseDialect } from './chosen-dialect';
import { DIALECT } from './dialect';
import { DIALECTS } from './dialects';

/** Changes the backend: the configuration is read once, so the page is loaded anew. */
@Component({
  selector: 'demo-backend-select',
  template: `
    <label for="backend">Backend</label>
    <select id="backend" autocomplete="off" #select (change)="choose(select.value)">
      @for (dialect of dialects; track dialect.name) {
        <option [value]="dialect.name" [selected]="dialect === current">{{ dialect.name }}</option>
      }
    </select>
    @if (!hasCookies) {
      <p class="hint">
        flask-session is not among them: its session is in a cookie that only a server can set, and
        this page has none. The demo that you start yourself has it.
      </p>
    }
  `,
  styleUrl: './backend-select.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BackendSelect {
  private readonly auth = inject(AuthService);
  private readonly location = inject(DOCUMENT).location;

  protected readonly current = inject(DIALECT);
  protected readonly hasCookies = NETWORK.hasCookies;
  protected readonly dialects = DIALECTS;

  protected choose(name: string): void {
    const signedOut = this.auth.status() === 'anonymous' ? EMPTY : this.auth.logout();
    signedOut
      .pipe(
        // The session is over here, whatever the server answered.
        catchError(() => EMPTY),
        finalize(() => {
          chooseDialect(name);
          this.location.reload();
        }),
      )
      .subscribe();
  }
}
