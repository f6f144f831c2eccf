/**
 * A real server that specs run against. It prints `NAME on http://localhost:PORT` as soon as it
 * listens, and takes the option `--port` (0: any free port).
 */
export interface RealServer {
  /** What specs know it by. */
  readonly name: string;
  /** Where its program is, under `examples`. */
  readonly folder: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly needs: DebianNeeds | NpmNeeds;
}

/** Packages of Debian, installed into the system. */
export interface DebianNeeds {
  readonly packages: readonly string[];
  /** Succeeds if they are there, by whatever means. */
  readonly check: readonly [program: string, ...args: string[]];
}

/** The packages of the folder's lock file, installed into a copy of the folder. */
export interface NpmNeeds {
  /** A script of its `package.json`, run after the installation. */
  readonly build?: string;
}
