import { Type } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';

/** Renders a component and waits until it is there. */
export async function open<T>(component: Type<T>, inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const screen = new Screen(fixture);
  await fixture.whenStable();
  return screen;
}

/** A rendered component as its user meets it. */
export class Screen<T> {
  readonly host: HTMLElement;

  constructor(readonly fixture: ComponentFixture<T>) {
    this.host = fixture.nativeElement as HTMLElement;
    document.body.append(this.host);
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.host.querySelector<E>(selector);
  }

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.host.querySelectorAll<E>(selector)];
  }

  input(name: string): HTMLInputElement {
    return this.find<HTMLInputElement>(`input[name="${name}"]`)!;
  }

  /** The texts that describe a field to screen readers. */
  descriptionOf(name: string): string {
    const ids = this.input(name).getAttribute('aria-describedby')?.split(' ') ?? [];
    return oneLine(ids.map((id) => document.getElementById(id)!.textContent).join(' '));
  }

  button(name: string): HTMLButtonElement {
    const nameOf = (button: HTMLElement) =>
      button.getAttribute('aria-label') ?? oneLine(button.textContent);
    return this.all<HTMLButtonElement>('button').find((button) => nameOf(button) === name)!;
  }

  get text(): string {
    return oneLine(this.host.textContent);
  }

  get alert(): string | null {
    const alert = this.find('[role="alert"]');
    return alert && oneLine(alert.textContent);
  }

  type(name: string, value: string): void {
    this.input(name).value = value;
    this.input(name).dispatchEvent(new Event('input', { bubbles: true }));
  }

  async click(element: HTMLElement): Promise<void> {
    element.click();
    await this.fixture.whenStable();
  }

  submit(): Promise<void> {
    return this.click(this.find('button[type="submit"]')!);
  }

  async fillAndSubmit(email = 'ada@example.com', password = ' secret '): Promise<void> {
    this.type('email', email);
    this.type('password', password);
    await this.submit();
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
