import { ChangeDetectionStrategy, Component, inject, ViewEncapsulation } from '@angular/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';

/**
 * What surrounds every component: the language, and the style sheet, which all of them share and
 * which is thus shipped once. Its classes start with `auth-`.
 */
@Component({
  selector: 'auth-frame',
  template: '<ng-content />',
  styleUrl: '../auth-form.css',
  // The sheet is for the parts of all components and stays with its own class names.
  encapsulation: ViewEncapsulation.None,
  host: {
    class: 'auth-frame',
    '[attr.lang]': "labels().language.replaceAll('_', '-')",
    '[attr.dir]': 'labels().direction',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuthFrame {
  protected readonly labels = inject(AUTH_LABELS);
}
