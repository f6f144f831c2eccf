/** Under which keys a session is stored: its access token, the rest of it, the user's last activity. */
export function sessionKeys(tokenKey: string) {
  return [tokenKey, `${tokenKey}.details`, `${tokenKey}.activity`] as const;
}
