/** A route that `ng add` adds: a component of the library behind one of its guards. */
export interface AuthRoute {
  readonly path: string;
  readonly component: string;
  readonly guard: string;
}

/** Presets without an endpoint to register at. */
const WITHOUT_REGISTER = ['djangoSimpleJwt', 'flaskJwt', 'flaskRestful', 'nestJs'];

const LOGIN: AuthRoute = { path: 'login', component: 'LoginComponent', guard: 'loginRedirect' };
const REGISTER: AuthRoute = {
  path: 'register',
  component: 'RegisterComponent',
  guard: 'loginRedirect',
};
const STATUS: AuthRoute = {
  path: 'status',
  component: 'StatusComponent',
  guard: 'ensureAuthenticated',
};

/** The routes that `loginUrl` and `homeUrl` lead to by default, and the one for new users. */
export function authRoutesFor(backend: string): readonly AuthRoute[] {
  return WITHOUT_REGISTER.includes(backend) ? [LOGIN, STATUS] : [LOGIN, REGISTER, STATUS];
}
