/** A route that `ng add` adds: a component of the library behind one of its guards. */
export interface AuthRoute {
  readonly path: string;
  readonly component: string;
  readonly guard: string;
}

/** The routes that `loginUrl` and `homeUrl` lead to by default, and the one for new users. */
export const AUTH_ROUTES: readonly AuthRoute[] = [
  { path: 'login', component: 'LoginComponent', guard: 'loginRedirect' },
  { path: 'register', component: 'RegisterComponent', guard: 'loginRedirect' },
  { path: 'status', component: 'StatusComponent', guard: 'ensureAuthenticated' },
];
