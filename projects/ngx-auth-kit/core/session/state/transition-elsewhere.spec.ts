import { found, over } from '../../../test-support/session-events';
import {
  MINE,
  NEWER,
  OTHER,
  SIGNED_IN,
  PENDING,
  UNKNOWN,
  ANONYMOUS,
  AFTER,
} from '../../../test-support/session-states';
import { describeTransitions } from '../../../test-support/describe-transitions';

const NO_SESSION = { status: 'anonymous', session: null, user: null } as const;
const ENDED = { ...NO_SESSION, ended: ['mine'] };

describeTransitions({
  found: [
    { what: 'is no news if it is the same', before: SIGNED_IN, event: found(MINE) },
    {
      what: 'goes on with the newer credentials of another tab',
      before: SIGNED_IN,
      event: found(NEWER),
      state: { session: NEWER },
      effects: { emit: ['refreshed'], elsewhere: true },
    },
    {
      what: 'is dropped if it is older',
      before: { ...SIGNED_IN, session: NEWER },
      event: found(MINE),
    },
    {
      what: 'goes on with the session that another tab began',
      before: ANONYMOUS,
      event: found(OTHER),
      state: { status: 'authenticated', session: OTHER },
      effects: { emit: ['login'], elsewhere: true, ask: true },
    },
    {
      what: 'leaves this session for another',
      before: SIGNED_IN,
      event: found(OTHER),
      state: { session: OTHER, user: null, ended: ['mine'] },
      effects: { emit: ['logout', 'login'], elsewhere: true, ask: true },
    },
    {
      what: 'asks about another session while it asks',
      before: PENDING,
      event: found(OTHER),
      state: { session: OTHER, ended: ['mine'] },
      effects: { emit: [], elsewhere: true, ask: true },
    },
    {
      what: 'ends the session that is gone from storage',
      before: SIGNED_IN,
      event: found(null),
      state: { ...ENDED, attempt: 6 },
      effects: { emit: ['logout'], elsewhere: true, cancel: true },
    },
    {
      what: 'asks the backend if the note on a cookie is gone',
      before: SIGNED_IN,
      event: found(null),
      usesCookie: true,
      state: {},
      effects: { ask: true },
    },
    {
      what: 'ends the session if the note on a cookie is gone and nobody can be asked',
      before: SIGNED_IN,
      event: found(null),
      usesCookie: true,
      canAsk: false,
      state: { ...ENDED, attempt: 6 },
      effects: { emit: ['logout'], elsewhere: true, cancel: true },
    },
    { what: 'is dropped if there is nothing, as before', before: ANONYMOUS, event: found(null) },
    {
      what: 'removes a session that is over',
      before: AFTER,
      event: found(MINE),
      state: {},
      effects: { write: null },
    },
    {
      what: 'stores again what a late tab has overwritten',
      before: { ...SIGNED_IN, session: OTHER, ended: ['mine'] },
      event: found(NEWER),
      state: {},
      effects: { write: OTHER },
    },
  ],
  endedElsewhere: [
    {
      what: 'ends the session that another tab signed out',
      before: SIGNED_IN,
      event: over('mine'),
      state: { ...ENDED, attempt: 6 },
      effects: { emit: ['logout'], elsewhere: true, cancel: true },
    },
    {
      what: 'ends the session that was refused to another tab, and cancels nothing',
      before: SIGNED_IN,
      event: over('mine', false),
      state: ENDED,
      effects: { emit: ['logout'], elsewhere: true, cancel: false },
    },
    {
      what: 'remembers that another session is over',
      before: SIGNED_IN,
      event: over('other'),
      state: { ended: ['other'] },
    },
    {
      what: 'ends what is asked about, if nobody knows which session that is',
      before: UNKNOWN,
      event: over('other'),
      state: { ...NO_SESSION, ended: ['other'], attempt: 6 },
      effects: { emit: [], elsewhere: true, cancel: true },
    },
    {
      what: 'lets a visitor’s sign-in go on',
      before: ANONYMOUS,
      event: over('other'),
      state: { ended: ['other'] },
    },
  ],
});
