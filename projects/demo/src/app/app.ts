import { ChangeDetectionStrategy, Component, ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';
import { NETWORK } from './network/used-network';
import { SiteHeader } from './shell/site-header';

@Component({
  selector: 'demo-root',
  imports: [RouterOutlet, SiteHeader],
  template: `
    <a class="skip" href="#main" (click)="skipToMain($event)">Skip to the content</a>
    <demo-site-header />
    <main id="main" tabindex="-1" #main>
      <router-outlet />
    </main>
    <footer>
      <p>A demo of ngx-auth-kit. {{ notice }}</p>
    </footer>
  `,
  styleUrl: './app.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly notice = NETWORK.notice;
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    // As a page load would: whoever listens or uses the keyboard starts at the new page.
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => urlAfterRedirects.split(/[?#]/, 1)[0]),
        distinctUntilChanged(),
        skip(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.main().nativeElement.focus({ preventScroll: true }));
  }

  /** By hand, because with a `<base>` the link alone would lead to the home page. */
  protected skipToMain(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }
}
