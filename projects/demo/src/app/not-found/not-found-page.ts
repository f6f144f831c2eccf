import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'demo-not-found-page',
  imports: [RouterLink],
  template: `
    <div class="page-head">
      <h1>No such page</h1>
      <p class="lead">There is nothing at this address, for anybody.</p>
    </div>
    <a routerLink="/">Go to the home page</a>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {}
