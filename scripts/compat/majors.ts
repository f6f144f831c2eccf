/** An Angular major that the library serves, in exact versions: the registry lacks some of the newest. */
export interface Major {
  readonly major: number;
  /** The newest framework that installs, which apps are run with. */
  readonly framework: string;
  /** Of the CLI and the builder. */
  readonly tools: string;
  /** The oldest that `peerDependencies` claims, and the oldest TypeScript it takes: an app must build. */
  readonly oldest: { readonly framework: string; readonly typescript: string };
  /** Whether an app is rendered on a server, too. */
  readonly server: boolean;
}

/** The majors that `peerDependencies` names, the slowest first. */
export const MAJORS: readonly Major[] = [
  {
    major: 22,
    framework: '22.2.0',
    // Newer builders ask for an @angular/ssr that is not published.
    tools: '22.2.0',
    oldest: { framework: '22.0.0', typescript: '6.0.2' },
    server: true,
  },
  {
    major: 20,
    framework: '20.3.32',
    tools: '20.3.41',
    oldest: { framework: '20.3.0', typescript: '5.8.2' },
    server: false,
  },
  {
    major: 21,
    framework: '21.2.24',
    tools: '21.2.27',
    oldest: { framework: '21.0.0', typescript: '5.9.2' },
    server: false,
  },
];

/** The framework's packages that share its version. */
export const FRAMEWORK = [
  'common',
  'compiler',
  'compiler-cli',
  'core',
  'forms',
  'platform-browser',
  'platform-server',
  'router',
  'ssr',
].map((name) => `@angular/${name}`);
