/** Round trips that one thing may cause: a message, the lock that it asks for, the message after that. */
const ROUNDS = 5;

/** Waits until the messages between tabs and the locks that are under way have arrived. */
export async function delivered(): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const [sender, receiver] = [new BroadcastChannel('spec'), new BroadcastChannel('spec')];
    const arrived = new Promise((resolve) => (receiver.onmessage = resolve));
    sender.postMessage(null);
    await Promise.all([arrived, navigator.locks?.request(`spec`, () => undefined)]);
    sender.close();
    receiver.close();
  }
}
