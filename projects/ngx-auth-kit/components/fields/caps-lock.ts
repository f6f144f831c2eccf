import { Directive, signal } from '@angular/core';

/** Knows whether caps lock is on while its field is typed in. */
@Directive({
  selector: '[authCapsLock]',
  exportAs: 'authCapsLock',
  host: { '(keydown)': 'look($event)', '(keyup)': 'look($event)', '(blur)': 'on.set(false)' },
})
export class CapsLock {
  readonly on = signal(false);

  protected look(event: Event): void {
    // Filling in a field, browsers and their extensions send key events that are none.
    if (event instanceof KeyboardEvent) this.on.set(event.getModifierState('CapsLock'));
  }
}
