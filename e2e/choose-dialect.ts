import type { DialectName } from '../projects/mock-backend/src/mock-options.ts';
import { DEMO } from './origins.ts';

/** For `test.use`: a browser in which this dialect was chosen before. */
export function withDialect(value: DialectName) {
  const localStorage = [{ name: 'demo.backend', value }];
  return { storageState: { cookies: [], origins: [{ origin: DEMO, localStorage }] } };
}
