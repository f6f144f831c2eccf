/** The value of a cookie that scripts can read; null if it is absent or empty. */
export function readCookie({ cookie }: Document, name: string): string | null {
  // Servers may bring a document without cookies.
  const pairs = ((cookie as string | undefined) ?? '').split(/; */);
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return (found && decoded(found.slice(name.length + 1))) || null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // A stray % belongs to the value.
    return value;
  }
}
