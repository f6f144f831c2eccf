import { AuthBackend, AuthEndpoint, AuthEndpointName } from './auth-backend';

/** What only the signed-in user may ask for. */
const PROVEN_BY_ACCESS: readonly AuthEndpointName[] = ['status', 'logout', 'changePassword'];

/** The HTTP method of an endpoint, in upper case. */
export function endpointMethod(name: AuthEndpointName, backend: AuthBackend): string {
  const method = backend.endpoints[name]?.method;
  return method?.toUpperCase() ?? (name === 'status' ? 'GET' : 'POST');
}

/** The token that travels to an endpoint. */
export function endpointToken(
  name: AuthEndpointName,
  backend: AuthBackend,
): NonNullable<AuthEndpoint['token']> {
  const usual = PROVEN_BY_ACCESS.includes(name) ? 'access' : 'none';
  return backend.endpoints[name]?.token ?? usual;
}
