import type { Caveat } from '../../../bench-runner/results/caveat.ts';
import type { Environment } from '../../../bench-runner/results/environment.ts';
import type {
  Answer,
  Metric,
  Run,
  Scenario,
  Subject,
} from '../../../bench-runner/results/schema.ts';
import type { Table } from '../../../bench-runner/results/tables.ts';
import type { Agreement } from './archive/agreement.ts';
import type { PageChart, SeriesChart } from './charts/types.ts';
import type { ProfilesOfPage } from './profiles/types.ts';

/** What the routes hand to their components: JSON made while building, one file a page. */

/** The version a page belongs to. */
export interface VersionHead {
  label: string;
  title: string;
  path: string;
  finishedAt: string;
  /** One, or all of them where suites were measured with several. */
  profile: string;
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

/** How many cases were measured, and why the others were not. */
export interface Coverage {
  measured: number;
  failed: { key: string; stage: string; message: string; detail: string | null }[];
  skipped: { reason: string; remedy: string | null; keys: string[] }[];
}

/** What became of the cases of each scenario and subject. */
export interface CoverageMatrix {
  /** Titles, in the order of the cells. */
  subjects: string[];
  /** Why cases failed or were skipped, each told once. */
  reasons: CoverageReason[];
  categories: Category<CoverageRow>[];
}

export interface CoverageReason {
  /** Stage at which cases failed; null where they were skipped. */
  stage: string | null;
  text: string;
  remedy: string | null;
}

/** Scenarios that belong together; without a name where the suite has no categories. */
export interface Category<Row> {
  title: string | null;
  rows: Row[];
}

export interface CoverageRow extends PageLink {
  cells: CoverageCell[];
}

/** Cases of a subject in a scenario; none planned where the subject takes no part in it. */
export interface CoverageCell {
  planned: number;
  measured: number;
  failed: number;
  /** Index of a reason, and how many cases it explains. */
  why: { reason: number; cases: number }[];
}

/** Which subjects were not beaten, scenario by scenario, and never a score over all of them. */
export interface Standings {
  subjects: string[];
  categories: Category<StandingRow>[];
}

export interface StandingRow extends PageLink {
  /** Metric by which subjects were compared. */
  metric: string;
  /** Comparisons: sets of parameters in which at least two subjects were ranked. */
  comparisons: number;
  /** One a subject; null where it was compared in none. */
  cells: (StandingCell | null)[];
}

export interface StandingCell {
  /** Comparisons the subject took part in. */
  ranked: number;
  /** Those in which no other was found better. */
  first: number;
  /** Those of them in which it shares the first place. */
  tied: number;
}

/** How a scenario went over time: drawn from a file that is fetched when it is looked at. */
export interface SeriesOfPage {
  charts: SeriesChart[];
  /** Figures of the charts, as JSON. */
  path: string;
  /** Every trial's points, as CSV. */
  csvPath: string;
}

export interface ScenarioPageData {
  version: VersionHead;
  source: CitationSource;
  suite: { id: string; title: string; path: string };
  scenario: Scenario;
  metrics: Metric[];
  subjects: Subject[];
  tables: PageTable[];
  charts: PageChart[];
  /** Null where no trial kept how it went. */
  series: SeriesOfPage | null;
  /** Null where no case was profiled. */
  profiles: ProfilesOfPage | null;
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
  question: string;
  measured: number;
  planned: number;
}

export interface SuitePageData {
  version: VersionHead;
  source: CitationSource;
  suite: { id: string; title: string; question: string; hypothesis: string };
  answers: AnswerLink[];
  /** In the suite's order, whatever their categories. */
  scenarios: ScenarioEntry[];
  categories: Category<ScenarioEntry>[];
  standings: Standings | null;
  matrix: CoverageMatrix;
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
  /** Of the first suite. */
  environment: Environment;
  /** Each environment once, with the suites that were measured in it. */
  environments: { environment: Environment; suites: string[] }[];
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
