import { DIALECTS, SERVERS } from './contract-servers';

/** A raw request and, where it needs one, whose token goes with it. */
interface Call {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly header?: (token: string) => string;
}

const PASSWORD = 'correct horse battery';
const hasFlask = SERVERS.some(({ kind }) => kind === 'Flask');

function callsOf(dialect: (typeof DIALECTS)[number]): Call[] {
  const { backend, path, ada } = dialect;
  const { login, register, status, logout } = backend.endpoints;
  const identifier = backend.identifier ?? 'email';
  const account = { [identifier]: ada, password: PASSWORD };
  const scheme = backend.headerPrefix ?? 'Bearer';
  const to = (endpoint: { path: string }) => path + endpoint.path;
  const post = (what: string, body: unknown): Call => ({
    what,
    method: 'POST',
    path: to(login),
    body,
  });
  const get = (what: string, header?: Call['header']): Call => ({
    what,
    method: 'GET',
    path: to(status!),
    header,
  });
  const calls = [
    post('sign in', account),
    post('wrong password', { ...account, password: 'wrong' }),
    post('unknown user', { ...account, [identifier]: 'nobody@example.com' }),
    post('no password', { [identifier]: ada }),
    post('no fields', {}),
    post('one field more', { ...account, more: 1 }),
    { what: 'GET login', method: 'GET', path: to(login) },
    { what: 'unknown route', method: 'GET', path: '/nowhere' },
  ];
  if (register) {
    const url = { method: 'POST', path: to(register) };
    calls.push({ ...url, what: 'duplicate', body: account });
  }
  if (backend.session === 'cookie') return [...calls, get('status')];
  return [
    ...calls,
    get('status', (token) => `${scheme} ${token}`),
    get('status without a header'),
    get('status with another scheme', (token) => `Other ${token}`),
    get('status with the bare token', (token) => token),
    get('status with a scheme alone', () => scheme),
    get('status with a malformed token', () => `${scheme} abc`),
    get('status with a damaged token', (token) => `${scheme} ${token.slice(0, -4)}AAAA`),
    ...(logout
      ? [
          { what: 'logout without a header', method: logout.method ?? 'POST', path: to(logout) },
          {
            what: 'logout with a malformed token',
            method: logout.method ?? 'POST',
            path: to(logout),
            header: () => `${scheme} abc`,
          },
        ]
      : []),
  ];
}

/** Keys and types of JSON, the first line of anything else. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (value === null || typeof value !== 'object') return typeof value;
  const entries = Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]);
  return Object.fromEntries(entries.sort()) as unknown;
}

async function answerOf(server: string, call: Call, token: string) {
  const response = await fetch(server + call.path, {
    method: call.method,
    headers: {
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(call.header ? { Authorization: call.header(token) } : {}),
    },
    body: call.body === undefined ? undefined : JSON.stringify(call.body),
  });
  const type = response.headers.get('Content-Type');
  const text = await response.text();
  const body = type?.includes('json') ? shapeOf(JSON.parse(text)) : text.split('\n')[0];
  return { status: response.status, type, body };
}

async function tokenOf(server: string, dialect: (typeof DIALECTS)[number]): Promise<string> {
  const { backend, path, ada } = dialect;
  const response = await fetch(server + path + backend.endpoints.login.path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ [backend.identifier ?? 'email']: ada, password: PASSWORD }),
  });
  const body = (await response.json()) as Record<string, string>;
  return body['auth_token'] ?? body['access_token'] ?? body['token'] ?? '';
}

if (hasFlask) {
  for (const dialect of DIALECTS) {
    describe(`the mock of ${dialect.name}`, () => {
      for (const call of callsOf(dialect)) {
        it(`answers like Flask: ${call.what}`, async () => {
          const [flask, mock] = await Promise.all(
            [`/servers/${dialect.name}`, `/mock/${dialect.name}`].map(async (server) =>
              answerOf(server, call, await tokenOf(server, dialect)),
            ),
          );
          expect(mock).toEqual(flask!);
        });
      }
    });
  }
}
