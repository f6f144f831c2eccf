// Low on purpose: a mock is signed in to thousands of times in a test run. Real servers use 600,000 or more.
const defaultIterations = 1_000;

/** `pbkdf2-sha256$iterations$salt$hash`, so that a hash says how it was made. */
export async function hashPassword(
  password: string,
  iterations = defaultIterations,
): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = await derive(password, salt, iterations);
  return ['pbkdf2-sha256', iterations, encode(salt), encode(hash)].join('$');
}

export async function verifyPassword(password: string, passwordHash: string): Promise<boolean> {
  const [, iterations, salt, hash] = passwordHash.split('$');
  if (!iterations || !salt || !hash) return false;
  return equal(await derive(password, decode(salt), Number(iterations)), decode(hash));
}

// The password's UTF-8 bytes as they are: no trimming, no Unicode normalisation.
async function derive(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(password);
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}

// Looks at every byte whatever it finds, so that the time taken says nothing.
function equal(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  left.forEach((byte, index) => (difference |= byte ^ (right[index] ?? 0)));
  return difference === 0;
}

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
