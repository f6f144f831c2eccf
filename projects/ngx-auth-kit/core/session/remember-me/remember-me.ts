import { DevMessages } from '../../errors/dev-messages';

/** The part that `withRememberMe()` provides. Other apps do not ship its code. */
export abstract class RememberMe {
  /**
   * Chooses where the next session is kept: until sign-out, or for this tab. Empties the other
   * storage.
   */
  abstract choose(remember: boolean): void;

  /** Tells if the session is kept only for this tab. */
  abstract isTabOnly(): boolean;

  /** Removes what is stored of a session in either place. */
  abstract clear(): void;
}

/** Tells a developer that nothing here can forget the session with the tab. */
export function explainUnforgotten(messages: DevMessages): void {
  messages.explainOnce(
    'remember',
    'login({ remember: false }) changes nothing here: tokens are kept as the option "storage" says, a ' +
      'cookie as the backend says. Add withRememberMe() to provideAuth to keep tokens for the tab only; ' +
      'a backend can be told in the "body" of its login endpoint.',
  );
}
