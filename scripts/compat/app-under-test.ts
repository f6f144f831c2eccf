/** What a browser test is told of the app that it visits. */
export interface AppUnderTest {
  readonly url: string;
  /** Where the mock backend listens that takes the place of localhost:5000. */
  readonly backendPort: number;
  readonly angular: string;
  readonly zones: boolean;
  /** Where its files go. */
  readonly artifacts: string;
}

const VARIABLE = 'COMPAT_APP';

export function toEnvironment(app: AppUnderTest): Record<string, string> {
  return { [VARIABLE]: JSON.stringify(app) };
}

export function fromEnvironment(): AppUnderTest {
  const app = process.env[VARIABLE];
  if (!app) throw new Error('These tests are run by `npm run test:compat`.');
  return JSON.parse(app) as AppUnderTest;
}
