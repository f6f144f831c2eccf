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
    'login({ remember: false }) has no effect here: the option "storage" decides how long tokens are kept, ' +
      'and the backend decides how long a cookie lasts. To keep tokens only for the tab, add withRememberMe() ' +
      'to provideAuth. To tell the backend, use the "body" of its login endpoint.',
  );
}
