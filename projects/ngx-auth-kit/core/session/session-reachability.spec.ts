import { TestBed } from '@angular/core/testing';
import { SessionReachability } from './session-reachability';

describe('SessionReachability', () => {
  it('is reachable until a check gets no answer', () => {
    const reachability = TestBed.inject(SessionReachability);
    expect(reachability.isUnreachable()).toBeFalse();
    reachability.set(true);
    expect(reachability.isUnreachable()).toBeTrue();
    reachability.set(false);
    expect(reachability.isUnreachable()).toBeFalse();
  });
});
