/** What is open by now of what was opened in this page since the count began. */
export interface Leftovers {
  /** Of the window and the document. */
  listeners: number;
  readonly timers: Set<unknown>;
  channels: number;
}

/** Counts, until the spec is over, what has to be closed again. */
export function countLeftovers(): Leftovers {
  const counts: Leftovers = { listeners: 0, timers: new Set<unknown>(), channels: 0 };
  countListeners(counts);
  countTimers(counts);
  countChannels(counts);
  return counts;
}

function countListeners(counts: Leftovers): void {
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    spyOn(target, 'addEventListener').and.callFake((...args: unknown[]) => {
      counts.listeners++;
      Reflect.apply(addEventListener, target, args);
    });
    spyOn(target, 'removeEventListener').and.callFake((...args: unknown[]) => {
      counts.listeners--;
      Reflect.apply(removeEventListener, target, args);
    });
  }
}

function countTimers({ timers }: Leftovers): void {
  const { setTimeout: set, clearTimeout: clear } = window;
  spyOn(window, 'setTimeout').and.callFake(((...args: Parameters<typeof set>) => {
    const handle: unknown = set(() => {
      timers.delete(handle);
      (args[0] as () => void)();
    }, args[1]);
    timers.add(handle);
    return handle;
  }) as typeof set);
  spyOn(window, 'clearTimeout').and.callFake((handle) => {
    timers.delete(handle);
    clear(handle);
  });
}

function countChannels(counts: Leftovers): void {
  const Channel = window.BroadcastChannel;
  spyOn(window, 'BroadcastChannel').and.callFake(function (name: string) {
    counts.channels++;
    const channel = new Channel(name);
    const close = channel.close.bind(channel);
    channel.close = () => {
      counts.channels--;
      close();
    };
    return channel;
  } as never);
}
