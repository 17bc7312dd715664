import type { Caveat } from '../../../bench-runner/results/caveat.ts';
import type { Environment } from '../../../bench-runner/results/environment.ts';
import type {
  Answer,
  Metric,
  Profile,
  Run,
  Scenario,
  Subject,
} from '../../../bench-runner/results/schema.ts';
import type { Table } from '../../../bench-runner/results/tables.ts';
import type { Agreement } from './archive/agreement.ts';

/** What the routes hand to their components: JSON made while building, one file a page. */

/** The version a page belongs to. */
export interface VersionHead {
  label: string;
  title: string;
  path: string;
  finishedAt: string;
  profile: Profile;
  /** Set where the version is the newest local run, which nobody can cite. */
  development: boolean;
}

/** An entry of the version menu: the same page in another version, or its nearest parent there. */
export interface VersionTarget {
  title: string;
  label: string;
  path: string;
  live: boolean;
  /** Whether it is the same page, not a parent of it. */
  exact: boolean;
}

/** A table and what a citation of it needs. */
export interface PageTable {
  table: Table;
  /** SHA-256 of the table's canonical JSON. */
  fingerprint: string;
  /** `<version>/<suite>/<table>`. */
  reference: string;
  /** The page with the table's citations in every format, which needs no JavaScript. */
  citePath: string;
  /** Whether a newer published version bears the table out; absent where there is none. */
  agreement?: Agreement;
}

/** What the citations of every table of a page share. */
export interface CitationSource {
  version: string;
  suite: { id: string; title: string };
  run: Run;
  environment: Environment;
  /** Caveats of the document as a whole, in force for each of its tables. */
  caveats: Caveat[];
}

export interface Bar {
  label: string;
  value: number;
  low: number | null;
  high: number | null;
  n: number;
  /** `1`, or `2=` where it could not be told from its neighbours; null without comparison. */
  rank: string | null;
}

export interface BarChart {
  kind: 'bars';
  id: string;
  title: string;
  metric: string;
  unit: string;
  better: Metric['better'];
  logarithmic: boolean;
  bars: Bar[];
}

export interface Curve {
  label: string;
  points: { percentile: number; value: number }[];
}

export interface CurveChart {
  kind: 'curves';
  id: string;
  title: string;
  metric: string;
  unit: string;
  logarithmic: boolean;
  curves: Curve[];
}

export type Chart = BarChart | CurveChart;

/** How many cases were measured, and why the others were not. */
export interface Coverage {
  measured: number;
  failed: { key: string; stage: string; message: string; detail: string | null }[];
  skipped: { reason: string; remedy: string | null; keys: string[] }[];
}

export interface ScenarioPageData {
  version: VersionHead;
  source: CitationSource;
  suite: { id: string; title: string; path: string };
  scenario: Scenario;
  metrics: Metric[];
  subjects: Subject[];
  tables: PageTable[];
  charts: Chart[];
  coverage: Coverage;
  caveats: Caveat[];
  answers: AnswerLink[];
  samplesPath: string;
  documentPath: string;
  previous: PageLink | null;
  next: PageLink | null;
}

export interface PageLink {
  title: string;
  path: string;
}

export interface ScenarioEntry extends PageLink {
  id: string;
  question: string;
  measured: number;
  planned: number;
}

export interface SuitePageData {
  version: VersionHead;
  source: CitationSource;
  suite: { id: string; title: string; question: string; hypothesis: string };
  answers: AnswerLink[];
  scenarios: ScenarioEntry[];
  subjects: Subject[];
  metrics: Metric[];
  tables: PageTable[];
  coverage: Coverage;
  caveats: Caveat[];
  documentPath: string;
}

/** An answer with the place of the table it rests on. */
export interface AnswerLink extends Answer {
  path: string;
  tableTitle: string;
}

export interface SuiteSummary {
  id: string;
  title: string;
  question: string;
  path: string;
  answers: AnswerLink[];
  scenarios: number;
  subjects: number;
  coverage: Coverage;
  caveats: Caveat[];
  run: Run;
}

export interface VersionPageData {
  version: VersionHead;
  environment: Environment;
  suites: SuiteSummary[];
}

export interface VersionEntry extends VersionHead {
  live: boolean;
  suites: { id: string; title: string; path: string }[];
  environment: string;
}

export interface ResultsIndexData {
  versions: VersionEntry[];
  notices: string[];
}

export interface HomeData {
  /** The newest published version, or the local run where nothing is published. */
  version: VersionHead | null;
  headlines: Headline[];
  notices: string[];
}

export interface Headline {
  suite: { id: string; title: string; question: string; path: string };
  answers: AnswerLink[];
  source: CitationSource;
  table: PageTable | null;
  tablePath: string | null;
}
