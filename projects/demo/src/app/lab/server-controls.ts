import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AuthService } from 'ngx-auth-kit';
import { Observable } from 'rxjs';
import { MockControl, ServerOptions, UNDISTURBED } from '../backend/mock-control';

const SECOND = 1_000;
/** For sessions whose end nobody tells: longer than any of the mock's. */
const LONG = 32 * 86_400;

/** An option of the server with what can be chosen. */
interface Choice {
  readonly option: keyof ServerOptions;
  readonly name: string;
  readonly items: readonly {
    readonly value: ServerOptions[keyof ServerOptions];
    readonly name: string;
  }[];
}

/** Everything that can go wrong at the other end, on purpose. */
@Component({
  selector: 'demo-server-controls',
  templateUrl: './server-controls.html',
  styleUrl: './server-controls.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ServerControls {
  private readonly auth = inject(AuthService);
  private readonly control = inject(MockControl);
  private readonly destroyRef = inject(DestroyRef);

  protected readonly options = signal<ServerOptions>(UNDISTURBED);
  protected readonly said = signal('');

  protected readonly choices: readonly Choice[] = [
    {
      option: 'outage',
      name: 'The server is',
      items: [
        { value: false, name: 'up' },
        { value: 'error', name: 'answers 500' },
        { value: 'network', name: 'gone' },
      ],
    },
    {
      option: 'latency',
      name: 'It answers',
      items: [
        { value: 0, name: 'at once' },
        { value: 1_000, name: 'after 1 s' },
        { value: 3_000, name: 'after 3 s' },
      ],
    },
    {
      option: 'tokenLifetime',
      name: 'New tokens live',
      items: [
        { value: null, name: 'as usual' },
        { value: 60, name: '60 s' },
        { value: 20, name: '20 s' },
      ],
    },
  ];

  constructor() {
    this.control
      .options()
      .pipe(takeUntilDestroyed())
      .subscribe({
        next: (options) => this.options.set(options),
        error: () => this.said.set('The mock backend is not running.'),
      });
  }

  protected choose(option: keyof ServerOptions, value: Choice['items'][number]['value']): void {
    this.change({ [option]: value });
  }

  private change(options: Partial<ServerOptions>, said = ''): void {
    this.run(this.control.change(options), said, (changed) => this.options.set(changed));
  }

  /** The server's clock goes ahead until the token's time is over: so it is for every token. */
  protected expire(): void {
    const left = ((this.auth.expiresAt()?.getTime() ?? 0) - Date.now()) / SECOND;
    const clockOffset = left > 0 ? left + 1 : this.options().clockOffset + LONG;
    this.change(
      { clockOffset: Math.ceil(clockOffset) },
      "By the server's clock the token is past its time. This page does not know yet: call the API.",
    );
  }

  protected revoke(): void {
    this.run(
      this.control.revoke(),
      'Every token is revoked, refresh tokens included. The next call ends the session.',
    );
  }

  protected rotateKeys(): void {
    this.run(
      this.control.rotateKeys(),
      'No signed token is valid any more. A refresh token in a database still is.',
    );
  }

  protected undo(): void {
    this.change(UNDISTURBED, 'The server is as it was.');
  }

  private run<T>(change: Observable<T>, said: string, then: (answer: T) => void = () => {}): void {
    change.pipe(takeUntilDestroyed(this.destroyRef)).subscribe({
      next: (answer) => {
        then(answer);
        this.said.set(said);
      },
      error: () => this.said.set('The mock backend is not running.'),
    });
  }
}
