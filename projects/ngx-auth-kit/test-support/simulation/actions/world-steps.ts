import { Fault } from '../browser/network';
import { UserName } from '../server/credentials';
import { anytime, StoryStep } from './story-step';

/** So many seconds pass, and everything happens that falls due. */
export function pass(seconds: number): StoryStep {
  return anytime(`pass(${seconds})`, ({ scheduler }) => scheduler.advance(seconds * 1000));
}

/** The device sleeps for so many seconds. */
export function sleep(seconds: number): StoryStep {
  return anytime(`sleep(${seconds})`, (world) => {
    world.record.covered.add('sleep');
    return world.sleep(seconds * 1000);
  });
}

/**
 * Something under way arrives now, before what is due earlier.
 * @param which Counts what is under way; or the beginning of its label, for stories written by hand.
 */
export function deliver(which: number | string): StoryStep {
  let label = '';
  return {
    get text() {
      return typeof which === 'number' ? `deliver(${which})${label}` : `deliver('${which}')`;
    },
    isPossible: ({ scheduler }) => scheduler.deliverable().length > 0,
    run: async ({ scheduler }) => {
      const all = scheduler.deliverable();
      const found =
        typeof which === 'number'
          ? all[which % all.length]
          : all.find((pending) => pending.label.startsWith(which));
      if (!found) return;
      label = ` /* ${found.label} */`;
      await scheduler.run(found);
    },
  };
}

/** The backend stumbles over the next request that it gets to. */
export function fault(kind: Fault): StoryStep {
  return anytime(`fault('${kind}')`, ({ browser }) => void browser.network.faults.push(kind));
}

/** Nobody answers until the backend is up again. */
export function backendGoes(direction: 'down' | 'up'): StoryStep {
  return anytime(`backendGoes('${direction}')`, ({ browser, scheduler }) => {
    browser.network.isBackendDown = direction === 'down';
    // What is asked for from now on may get no answer.
    if (direction === 'down') browser.network.lastFaultAt = scheduler.now;
  });
}

/** An administrator ends every session of the user. */
export function revoke(user: UserName): StoryStep {
  return anytime(`revoke('${user}')`, ({ backend }) => backend.revoke(user));
}

/** Somebody sets the clock of the device, so many seconds ahead of real time. */
export function setClock(seconds: number): StoryStep {
  return anytime(`setClock(${seconds})`, ({ browser, record }) => {
    record.covered.add('clock changed');
    browser.clock.set(seconds * 1000);
  });
}
