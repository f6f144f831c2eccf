/**
 * The signed-in user as the backend describes them. For your own type or interface, use
 * `inject(AuthService<MyUser>)`.
 */
export type AuthUser = Readonly<Record<string, unknown>>;
