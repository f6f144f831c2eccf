import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injectable,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';

@Injectable()
export class Draft {
  readonly title = signal('');
}

/** A frame with slots. */
@Component({
  selector: 'bench-frame',
  template: '<ng-content select="[benchTitle]" /><ng-content />',
  host: { '[attr.lang]': 'language()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Frame {
  readonly language = input('en');
}

/** A field with its message. */
@Component({
  selector: 'bench-field',
  template: `
    <label [attr.for]="name()">{{ name() }}</label>
    <input #input [id]="name()" [value]="value()" (input)="edited.emit(input.value)" />
    @if (message(); as message) {
      <p>{{ message }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Field {
  readonly name = input.required<string>();
  readonly value = input.required<string>();
  readonly edited = output<string>();
  protected readonly message = computed(() => (this.value() === '' ? 'Required' : null));
}

/** A page as any app has, so that what components draw in of Angular is not counted as theirs. */
@Component({
  selector: 'bench-usual',
  imports: [Field, Frame, RouterLink],
  providers: [Draft],
  template: `
    @let title = draft.title();
    <bench-frame language="de">
      <h2 benchTitle>{{ title }}</h2>
      @switch (state()) {
        @case ('list') {
          @for (item of items(); track $index) {
            <a [routerLink]="item">{{ item }}</a>
          }
        }
        @default {
          <bench-field name="title" [value]="title" (edited)="draft.title.set($event)" />
        }
      }
    </bench-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UsualPage {
  protected readonly draft = inject(Draft);
  protected readonly state = signal<'form' | 'list'>('form');
  protected readonly items = computed(() => [this.draft.title(), '/']);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.focus());
  }
}
