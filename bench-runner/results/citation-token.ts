/** What a citation claims: a table of a published version, and the fingerprint it had. */
export interface CitationClaim {
  version: string;
  suite: string;
  table: string;
  /** 12 to 64 hexadecimal digits. */
  fingerprint: string;
}

const name = '[a-z0-9]+(?:-[a-z0-9]+)*';
const label = '[a-z0-9]+(?:[.-][a-z0-9]+)*';
const token = new RegExp(
  `\\blab:(${label})/(${name})/(${name})@([0-9a-f]{12,64})(?![0-9a-z])`,
  'g',
);

/** `lab:<version>/<suite>/<table>@<fingerprint>`: nothing in it is special to any format. */
export function citationToken({ version, suite, table, fingerprint }: CitationClaim): string {
  return `lab:${version}/${suite}/${table}@${fingerprint}`;
}

/** The claims in a text, each once, in their order. The text may be a citation in any format. */
export function citationClaims(text: string): CitationClaim[] {
  const claims = new Map<string, CitationClaim>();
  for (const [whole, version = '', suite = '', table = '', fingerprint = ''] of text.matchAll(
    token,
  )) {
    claims.set(whole, { version, suite, table, fingerprint });
  }
  return [...claims.values()];
}
