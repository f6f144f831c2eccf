import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SessionMenu } from './session-menu';

@Component({
  selector: 'demo-site-header',
  imports: [RouterLink, RouterLinkActive, SessionMenu],
  templateUrl: './site-header.html',
  styleUrl: './site-header.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SiteHeader {
  protected readonly pages = [
    { path: '/status', name: 'Status' },
    { path: '/protected', name: 'Protected' },
    { path: '/vault', name: 'Vault' },
    { path: '/admin', name: 'Admin' },
  ];
}
