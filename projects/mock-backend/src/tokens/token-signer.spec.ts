import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { TokenSigner } from './token-signer.ts';

const now = 1_800_000_000;

async function reason(signer: TokenSigner, token: string, leeway = 0): Promise<string | null> {
  const verdict = await signer.verify(token, now, leeway);
  return verdict.valid ? null : verdict.reason;
}

describe('TokenSigner', () => {
  it('gives back what it signed, always in the same words', async () => {
    const signer = new TokenSigner();
    const claims = { sub: 1, iat: now, exp: now + 1 };
    const token = await signer.sign(claims);
    assert.equal(await signer.sign(claims), token);
    assert.deepEqual(await signer.verify(token, now), { valid: true, claims });
  });

  it('refuses tokens that have expired or are from the future, with leeway', async () => {
    const signer = new TokenSigner();
    const expired = await signer.sign({ exp: now });
    assert.deepEqual(await signer.verify(expired, now), {
      valid: false,
      expired: true,
      reason: 'Signature has expired',
    });
    assert.equal(await reason(signer, expired, 1), null);
    const early = await signer.sign({ nbf: now + 1 });
    assert.equal(await reason(signer, early), 'The token is not yet valid (nbf)');
    assert.equal(await reason(signer, early, 1), null);
    const minted = await signer.sign({ iat: now + 1 });
    assert.equal(await reason(signer, minted), 'The token is not yet valid (iat)');
  });

  it('says in PyJWT’s words what is wrong', async () => {
    const signer = new TokenSigner();
    const none = `${btoa('{"alg":"none"}').replaceAll('=', '')}.e30.`;
    const rows: [token: string, reason: string][] = [
      ['', 'Not enough segments'],
      ['garbage', 'Not enough segments'],
      ['a.b', 'Not enough segments'],
      ['a.b.c', 'Invalid header padding'],
      [none, 'The specified alg value is not allowed'],
      [await new TokenSigner().sign({}), 'Signature verification failed'],
    ];
    for (const [token, expected] of rows) assert.equal(await reason(signer, token), expected);
  });

  it('knows no token of before the key changed', async () => {
    const signer = new TokenSigner();
    const token = await signer.sign({});
    signer.rotateKey();
    assert.equal(await reason(signer, token), 'Signature verification failed');
  });
});
