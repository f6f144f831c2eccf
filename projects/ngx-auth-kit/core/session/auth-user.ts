/** The signed-in user as the backend describes them. Narrow it with `inject(AuthService<MyUser>)`. */
export type AuthUser = Readonly<Record<string, unknown>>;
