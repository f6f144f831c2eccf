import type { World } from '../world';
import {
  backendKnowsOfSignOut,
  noSignInOutlivesSignOut,
  signedOutStaysOut,
} from './i1-signed-out-stays-out';
import { notRepeatedForAnother, ownCredentials } from './i2-own-credentials';
import { refreshTokenOnce } from './i3-refresh-token-once';
import { everythingSettles } from './i5-everything-settles';
import { nothingAtRest } from './i6-nothing-at-rest';
import { idleOnTime } from './i7-idle-on-time';
import { eventsFormASentence } from './i8-events-form-a-sentence';
import { oneRefreshAtATime } from './i9-one-refresh-at-a-time';

/** What must hold when all is quiet. I4 is judged as sessions end, by the observer. */
export function checkWhenQuiet(world: World): void {
  for (const check of [
    signedOutStaysOut,
    backendKnowsOfSignOut,
    everythingSettles,
    nothingAtRest,
    idleOnTime,
  ]) {
    check(world);
  }
}

/** What must hold of the whole story, after every tab was reloaded at its end. */
export function checkAtTheEnd(world: World): void {
  for (const check of [
    signedOutStaysOut,
    noSignInOutlivesSignOut,
    everythingSettles,
    ownCredentials,
    notRepeatedForAnother,
    refreshTokenOnce,
    eventsFormASentence,
    oneRefreshAtATime,
  ]) {
    check(world);
  }
}
