import { developmentVersion } from '../../../bench-runner/results/identifiers.ts';
import type { ResultDocument } from '../../../bench-runner/results/schema.ts';
import type { DocumentHead } from './published-heads.ts';

/** A run published under a label, or the newest local run, as the site shows it. */
export interface ResultVersion {
  /** URL segment: the published label, or `next`. */
  label: string;
  /** What a reader sees: the label, or "In Development". */
  title: string;
  /** Whether its pages are routes of the site; the others are static HTML of the archive. */
  live: boolean;
  /** Heads of its documents, one a suite, ordered by suite id; never empty. */
  heads: DocumentHead[];
  /** The documents in the same order; empty where the archive reads them itself. */
  documents: ResultDocument[];
}

/** Published versions whose pages are live routes; each route costs every page about 67 bytes. */
export const liveVersions = 5;

/** Title of the newest local run. */
export const developmentTitle = 'In Development';

/** When the last of a version's runs ended, in ISO 8601. */
export function finishedAt(version: ResultVersion): string {
  return (
    version.heads
      .map(({ run }) => run.finishedAt)
      .sort()
      .at(-1) ?? ''
  );
}

/**
 * Heads by version label, published or local, into versions: development first, then newest first.
 * Documents are read afterwards, of live versions only.
 */
export function orderVersions(heads: ReadonlyMap<string, DocumentHead[]>): ResultVersion[] {
  const versions = [...heads]
    .filter(([, ofVersion]) => ofVersion.length > 0)
    .map(([label, ofVersion]) => ({
      label,
      title: label === developmentVersion ? developmentTitle : label,
      live: true,
      heads: ofVersion.toSorted((a, b) => (a.suite.id < b.suite.id ? -1 : 1)),
      documents: [],
    }));
  const development = versions.filter(({ label }) => label === developmentVersion);
  const published = versions
    .filter(({ label }) => label !== developmentVersion)
    .toSorted(
      (a, b) =>
        finishedAt(b).localeCompare(finishedAt(a), 'en') || b.label.localeCompare(a.label, 'en'),
    )
    .map((version, index) => ({ ...version, live: index < liveVersions }));
  return [...development, ...published];
}
