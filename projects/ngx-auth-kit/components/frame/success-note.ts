import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
} from '@angular/core';

/** What has been achieved, in place of the form that did it. Takes the focus, so that it is read out. */
@Component({
  selector: 'auth-success-note',
  template: '<ng-content />',
  host: { class: 'auth-success', role: 'status', tabindex: '-1' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuccessNote {
  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.focus());
  }
}
