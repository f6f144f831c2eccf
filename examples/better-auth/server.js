// better-auth with e-mail and password, a second factor, codes by e-mail and bearer tokens, under /api/auth.
//
//   node server.js [--port PORT]
//
// GET /outbox/ADDRESS answers the links and codes that were mailed to it: a stand-in for a mailbox.
// Every start begins with one user, ada@example.com, and everything is gone at the end.

import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';
import { bearer, emailOTP, twoFactor } from 'better-auth/plugins';

const { values } = parseArgs({ options: { port: { type: 'string', default: '5011' } } });
const outbox = [];
const server = createServer();
await new Promise((listening) => server.listen(Number(values.port), '127.0.0.1', listening));
const url = `http://localhost:${server.address().port}`;

const auth = betterAuth({
  baseURL: url,
  secret: process.env.SECRET_KEY ?? randomBytes(32).toString('hex'),
  database: memoryAdapter({ user: [], session: [], account: [], verification: [], twoFactor: [] }),
  // An example for pages on this machine; a deployed server names its own.
  trustedOrigins: ['http://localhost:*'],
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  emailAndPassword: {
    enabled: true,
    sendResetPassword: async ({ user, token }) => outbox.push({ to: user.email, token }),
  },
  emailVerification: {
    sendOnSignUp: true,
    sendVerificationEmail: async ({ user, token }) => outbox.push({ to: user.email, token }),
  },
  plugins: [
    bearer(),
    twoFactor(),
    emailOTP({ sendVerificationOTP: async ({ email, otp }) => outbox.push({ to: email, otp }) }),
  ],
});
await auth.api.signUpEmail({
  body: { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' },
});

const handle = toNodeHandler(auth);
server.on('request', (request, response) => {
  const [path, address] = request.url.split('/outbox/');
  if (address === undefined) return handle(request, response);
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(outbox.filter(({ to }) => to === decodeURIComponent(address))));
});
console.log(`better-auth on ${url}`);
