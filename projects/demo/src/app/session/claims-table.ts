import { DatePipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { AuthClaims } from 'ngx-auth-kit';

/** The claims that hold a moment, in seconds since 1970 (RFC 7519 §4.1). */
const MOMENTS = ['exp', 'iat', 'nbf'];

@Component({
  selector: 'demo-claims-table',
  imports: [DatePipe],
  template: `
    <table class="table">
      <caption class="visually-hidden">
        Claims of the access token
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        @for (claim of rows(); track claim.name) {
          <tr>
            <th scope="row">
              <code>{{ claim.name }}</code>
            </th>
            <td>
              <code>{{ claim.value }}</code>
              @if (claim.moment !== null) {
                <span class="hint">{{ claim.moment | date: 'd MMM y, HH:mm:ss' }}</span>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    td code {
      /* The gap is after the number where the page is read from right to left, too. */
      direction: ltr;
      margin-inline-end: 0.75rem;
    }
    .hint {
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClaimsTable {
  readonly claims = input.required<AuthClaims>();

  protected readonly rows = computed(() =>
    Object.entries(this.claims()).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
      moment: MOMENTS.includes(name) && typeof value === 'number' ? value * 1000 : null,
    })),
  );
}
