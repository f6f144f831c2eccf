/**
 * The signed-in user as the backend describes them. Use your own type, an interface too, with
 * `inject(AuthService<MyUser>)`.
 */
export type AuthUser = Readonly<Record<string, unknown>>;
