/** A route that `ng add` adds: a component of the library behind one of its guards. */
export interface AuthRoute {
  readonly path: string;
  readonly component: string;
  readonly guard: string;
}

const AUTH_ROUTES: readonly AuthRoute[] = [
  { path: 'login', component: 'LoginComponent', guard: 'loginRedirect' },
  { path: 'register', component: 'RegisterComponent', guard: 'loginRedirect' },
  { path: 'status', component: 'StatusComponent', guard: 'ensureAuthenticated' },
];
/** Presets without an endpoint to register at. */
const WITHOUT_REGISTER = ['djangoSimpleJwt', 'flaskJwt', 'flaskRestful', 'nestJs'];

/** The routes that `loginUrl` and `homeUrl` lead to by default, and the one for new users. */
export function authRoutesFor(backend: string): readonly AuthRoute[] {
  const registers = !WITHOUT_REGISTER.includes(backend);
  return AUTH_ROUTES.filter(({ path }) => registers || path !== 'register');
}
