/** What a server's echo says of a request. */
export interface Echo {
  readonly headers: Readonly<Record<string, string>>;
}

export interface ArrivedHeader {
  readonly name: string;
  readonly value: string;
  /** Whether it proves who the user is. */
  readonly secret: boolean;
}

const SECRETS = ['authorization', 'cookie'];

/** The headers by name; of those that prove who the user is, no more than that they came. */
export function arrivedHeaders({ headers }: Echo): readonly ArrivedHeader[] {
  return Object.entries(headers)
    .map(([name, value]) => ({ name, value, secret: SECRETS.includes(name) }))
    .map((header) => (header.secret ? { ...header, value: covered(header) } : header))
    .sort((a, b) => Number(b.secret) - Number(a.secret) || (a.name < b.name ? -1 : 1));
}

function covered({ name, value }: { name: string; value: string }): string {
  const shown = name === 'cookie' ? value.split('=', 1)[0] : value.split(' ', 1)[0];
  return `${shown} ••••••••`;
}
