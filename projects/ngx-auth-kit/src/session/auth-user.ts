/** The signed-in user as the backend describes them. Narrow it with `inject(AuthService<MyUser>)`. */
export interface AuthUser {
  readonly [property: string]: unknown;
}
