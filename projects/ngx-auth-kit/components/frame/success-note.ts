import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
} from '@angular/core';
import { editedElement } from '../form/edited-element';

/**
 * What has been achieved, in place of the form that did it. Takes the focus, so that it is read out,
 * but not from a user who is typing elsewhere.
 */
@Component({
  selector: 'auth-success-note',
  template: '<ng-content />',
  host: { class: 'auth-success', role: 'status', tabindex: '-1' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuccessNote {
  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      if (!editedElement(host)) host.focus();
    });
  }
}
