import type { Answer, ResultDocument } from '../results/schema.ts';
import type { Table } from '../results/tables.ts';
import type { MetricDefinition } from './metric.ts';
import type { DataSet } from './service.ts';

/** What a suite may compute its tables and answers from: a document without them. */
export type MeasuredSuite = Omit<ResultDocument, 'fingerprint' | 'tables' | 'answers'>;

/** What a contract is given: a server that is ready, and nothing timed. */
export interface ContractContext {
  /** Such as `http://127.0.0.1:4000`. */
  url: string;
  subject: string;
  /** Environment variables the server was started with. */
  environment: Readonly<Record<string, string>>;
  /** Services that run, and parts of the data that are loaded; what needs others is not asked. */
  services?: readonly string[];
  parts?: readonly string[];
  signal: AbortSignal;
}

/** One question, with its scenarios and subjects in the folders beside `suite.ts`. */
export interface SuiteDefinition {
  title: string;
  /** The question the suite answers, in one sentence ending in a question mark. */
  question: string;
  /** What was expected before measuring, so that a result can contradict it. */
  hypothesis: string;
  metrics: readonly MetricDefinition[];
  /** Services its scenarios name, by the id of their folder, with the data they are to hold. */
  services?: Readonly<Record<string, { data?: DataSet }>>;
  /**
   * Asks a subject's server everything it must be able to answer; rejects with what was wrong. Run
   * before anything is timed and after everything was.
   */
  contract?(context: ContractContext): Promise<void>;
  /** Environment variables for each of whose values the contract is run, such as `DATA_LAYER`. */
  contractVariables?: readonly string[];
  /** Tables beyond those every scenario gets, computed from the data. */
  tables?(measured: MeasuredSuite): Table[];
  /** Answers in sentences computed from the data; each names the table it rests on. */
  answers?(measured: MeasuredSuite, tables: readonly Table[]): Answer[];
}

/** Declares a suite; the default export of `suites/<id>/suite.ts`. */
export function defineSuite(suite: SuiteDefinition): SuiteDefinition {
  return suite;
}
