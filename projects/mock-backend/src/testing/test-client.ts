import type { TestContext } from 'node:test';

import type { MockBackend } from '../mock-backend.ts';
import { serve } from '../serve.ts';
import type { ServeOptions } from '../serve.ts';

export const ada = { email: 'ada@example.com', password: 'correct horse battery' };
export const bob = { email: 'bob@example.com', password: 'staple battery horse' };
/** Has a second factor. */
export const totp = { email: 'totp@example.com', password: 'one more battery staple' };

export interface Call {
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body, or null if it is not JSON. */
  readonly json: Json;
}

type Json = Record<string, unknown> | null;

export interface TestClient {
  readonly backend: MockBackend;
  readonly url: string;
  /** `call('POST /auth/login', { json })` */
  call(line: string, call?: Call): Promise<Answer>;
}

/** A backend on a free port, gone at the end of the test, and a way to call it. */
export async function testClient(t: TestContext, options: ServeOptions = {}): Promise<TestClient> {
  const { url, backend, close } = await serve(options);
  t.after(close);
  return { url, backend, call: (line, call) => send(url, line, call) };
}

async function send(
  url: string,
  line: string,
  { json, text, headers }: Call = {},
): Promise<Answer> {
  const [method, path = '/'] = line.split(' ');
  const type = json === undefined ? undefined : { 'content-type': 'application/json' };
  const response = await fetch(new URL(path, url), {
    method,
    body: json === undefined ? text : JSON.stringify(json),
    headers: { ...type, ...headers },
  });
  const body = await response.text();
  return { status: response.status, headers: response.headers, text: body, json: parsed(body) };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** The claims inside a token, unchecked. */
export function claimsOf(token: unknown): Record<string, unknown> {
  const [, payload = ''] = String(token).split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}

/** The same token with another signature. */
export function tampered(token: unknown): string {
  const [header, payload] = String(token).split('.');
  return `${header}.${payload}.${'A'.repeat(43)}`;
}
