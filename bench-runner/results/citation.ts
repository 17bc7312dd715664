import type { Caveat } from './caveat.ts';
import { caveatsTold } from './citation/caveat-marks.ts';
import { citationToken } from './citation-token.ts';
import type { Environment } from './environment.ts';
import { environmentLine } from './environment-line.ts';
import { permalink } from './permalink.ts';
import { shortFingerprint } from './short-fingerprint.ts';
import type { Table } from './tables.ts';

/** What a citation is made from: parts of a document, and how its version is published. */
export interface CitationInput {
  /** Label of the published version. */
  version: string;
  suite: { id: string; title: string };
  run: { finishedAt: string };
  environment: Environment;
  /** Caveats of the document as a whole. */
  caveats: readonly Caveat[];
  table: Table;
  /** `fingerprintOfTable(table)`; passed in, since a browser has no synchronous hash. */
  fingerprint: string;
  /** Address of the site's root, ending in a slash. */
  siteRoot: string;
}

/** A table with all that a reader of a citation must know. Texts are as typed, not yet escaped. */
export interface Citation {
  version: string;
  suite: string;
  table: Table;
  /** Title of the suite. */
  suiteTitle: string;
  /** Day on which the run ended, in UTC: 2026-11-20. */
  date: string;
  permalink: string;
  /** The first 12 digits. */
  fingerprint: string;
  environment: string;
  /** Caveats in force, such as `[a] few-trials: 3 trials a case`; `a` marks figures that bear it. */
  caveats: string[];
  /** What `lab verify` finds in any format: `lab:<version>/<suite>/<table>@<fingerprint>`. */
  token: string;
}

export function citationOf(input: CitationInput): Citation {
  const { version, suite, table } = input;
  const fingerprint = shortFingerprint(input.fingerprint);
  const place = { version, suite: suite.id, table: table.id };
  return {
    version,
    suite: suite.id,
    table,
    suiteTitle: suite.title,
    date: input.run.finishedAt.slice(0, 10),
    permalink: permalink({ ...place, scenario: table.scenario }, input.siteRoot),
    fingerprint,
    environment: environmentLine(input.environment),
    caveats: caveatsTold(input.caveats, table),
    token: citationToken({ ...place, fingerprint }),
  };
}

/** A name for the citation made of letters, digits, dots and hyphens. */
export function citationKey({ version, suite, table }: Citation): string {
  return `${version}-${suite}-${table.id}`;
}
