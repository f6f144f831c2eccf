import { SessionEvent, SessionState } from '../core/session/state/session-state';
import { Effects, transition } from '../core/session/state/transition';

/** What an event must come to. `state` names what differs from the state before; absent: dropped. */
interface Case {
  readonly what: string;
  readonly before: SessionState;
  readonly event: SessionEvent;
  readonly state?: Partial<SessionState>;
  readonly effects?: Effects;
  readonly usesCookie?: boolean;
  readonly canAsk?: boolean;
}

/** Specs for what events come to, each in its own state. */
export function describeTransitions(
  cases: Partial<Record<SessionEvent['type'], readonly Case[]>>,
): void {
  for (const [type, rows] of Object.entries(cases)) {
    describe(`the event ${type}`, () => {
      for (const { what, before, event, state, effects = {}, ...rest } of rows) {
        it(what, () => {
          const proof = { usesCookie: false, canAsk: true, ...rest };
          const next = transition(Object.freeze(before), event, proof);
          // What it counts is looked at in the specs of `judge`.
          if (state) expect({ ...next.state, left: before.left }).toEqual({ ...before, ...state });
          else expect(next.state).toBe(before);
          expect(next.effects).toEqual(effects);
        });
      }
    });
  }
}
