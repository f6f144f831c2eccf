import { Hono } from 'hono';
import type { Context } from 'hono';

import { controlCors } from './control/control-cors.ts';
import { echo } from './control/echo.ts';
import { cannedAnswer, cannedResponse } from './faults/canned-answer.ts';
import { asDictionary } from './flask/get-json.ts';
import type { Dictionary } from './flask/get-json.ts';
import { endpointNames } from './mock-options.ts';
import type { MockState } from './mock-state.ts';
import { optionPatch } from './option-patch.ts';
import { findByName } from './users/find-by-name.ts';
import type { User } from './users/user-store.ts';

const paths = [
  '/options',
  '/reset',
  '/revoke',
  '/rotate-keys',
  '/requests',
  '/outbox',
  '/verified',
  '/echo',
  '/answer',
  '/next',
];

/** The knobs of a running backend, over HTTP. Every mount has its own. */
export function control(state: MockState, { fixedDialect }: { fixedDialect: boolean }): Hono {
  const app = new Hono().basePath('/__mock');
  for (const path of paths) app.use(path, controlCors);

  app.get('/options', (c) => c.json(state.options));
  app.patch('/options', async (c) => {
    const patch = optionPatch(await body(c));
    if (fixedDialect && patch.dialect && patch.dialect !== state.options.dialect) {
      throw new TypeError('The dialect can only be changed at the root.');
    }
    Object.assign(state.options, patch);
    return c.json(state.options);
  });

  app.post('/reset', (c) => {
    state.reset();
    return c.body(null, 204);
  });
  app.post('/revoke', async (c) => {
    const { email } = await body(c);
    const user = typeof email === 'string' ? findByName(state.users, email) : undefined;
    if (email !== undefined && !user) throw new TypeError(`There is no user "${String(email)}".`);
    state.revocations.revokeAll(user?.id);
    return c.body(null, 204);
  });
  app.post('/rotate-keys', (c) => {
    state.signer.rotateKey();
    return c.body(null, 204);
  });

  app.get('/requests', (c) => c.json(state.requestLog.all()));
  app.get('/outbox', (c) => c.json(state.account.outbox.all()));
  app.get('/verified', (c) => {
    const isVerified = ({ id }: User) => state.account.verified.has(id);
    const users = state.users.all().filter(isVerified);
    return c.json(users.map(({ email }) => email));
  });
  app.all('/echo', echo);
  app.all('/answer', async (c) => {
    const status = Number(c.req.query('status') ?? 200);
    return cannedResponse(cannedAnswer({ status, ...(await body(c)) }));
  });
  app.post('/next', async (c) => {
    const { endpoint, ...answer } = await body(c);
    const name = endpointNames.find((known) => known === endpoint);
    if (!name) throw new TypeError(`"endpoint" must be one of ${endpointNames.join(', ')}.`);
    state.cannedAnswers.queue(name, cannedAnswer(answer));
    return c.body(null, 204);
  });

  app.onError((error, c) => c.json({ message: error.message }, 400));
  return app;
}

/** An empty body is an empty object, because every field is optional. */
async function body(c: Context): Promise<Dictionary> {
  const text = await c.req.text();
  const dictionary = text === '' ? {} : asDictionary(JSON.parse(text));
  if (!dictionary) throw new TypeError('The body must be a JSON object.');
  return dictionary;
}
