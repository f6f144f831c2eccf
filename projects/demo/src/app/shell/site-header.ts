import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { LookSwitch } from '../look/look-switch';
import { PAGES } from './pages';
import { SessionMenu } from './session-menu';

@Component({
  selector: 'demo-site-header',
  imports: [LookSwitch, RouterLink, RouterLinkActive, SessionMenu],
  templateUrl: './site-header.html',
  styleUrl: './site-header.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SiteHeader {
  protected readonly pages = PAGES;
}
