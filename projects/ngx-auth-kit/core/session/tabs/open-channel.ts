/**
 * Opens a channel to the other tabs of the app. Null where it is missing, or denied to a page without
 * an origin of its own.
 */
export function openChannel<T>(
  window: Window | null,
  name: string,
  receive: (message: T) => void,
): BroadcastChannel | null {
  try {
    const { BroadcastChannel } = window as Window & typeof globalThis;
    const channel = new BroadcastChannel(`ngx-auth-kit ${name}`);
    channel.onmessage = ({ data }: MessageEvent<T | null>) => {
      if (data) receive(data);
    };
    return channel;
  } catch {
    // Storage events remain.
    return null;
  }
}
