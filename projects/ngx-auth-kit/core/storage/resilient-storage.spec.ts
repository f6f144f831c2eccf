import { ResilientStorage } from './resilient-storage';

describe('ResilientStorage', () => {
  for (const garbage of [0, 1, true, {}, []]) {
    it(`removes ${JSON.stringify(garbage)}, which is no text, from an app's own storage`, () => {
      const entries = new Map<string, unknown>([['token', garbage]]);
      const storage = new ResilientStorage({
        get: (key) => (entries.get(key) ?? null) as string | null,
        set: (key, value) => entries.set(key, value),
        remove: (key) => entries.delete(key),
      });
      expect(storage.get('token')).toBeNull();
      expect(entries.has('token')).toBeFalse();
    });
  }
});
