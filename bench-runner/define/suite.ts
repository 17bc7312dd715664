import type { Answer, ResultDocument } from '../results/schema.ts';
import type { Table } from '../results/tables.ts';
import type { MetricDefinition } from './metric.ts';

/** What a suite may compute its tables and answers from: a document without them. */
export type MeasuredSuite = Omit<ResultDocument, 'fingerprint' | 'tables' | 'answers'>;

/** One question, with its scenarios and subjects in the folders beside `suite.ts`. */
export interface SuiteDefinition {
  title: string;
  /** The question the suite answers, in one sentence ending in a question mark. */
  question: string;
  /** What was expected before measuring, so that a result can contradict it. */
  hypothesis: string;
  metrics: readonly MetricDefinition[];
  /** Tables beyond those every scenario gets, computed from the data. */
  tables?(measured: MeasuredSuite): Table[];
  /** Answers in sentences computed from the data; each names the table it rests on. */
  answers?(measured: MeasuredSuite, tables: readonly Table[]): Answer[];
}

/** Declares a suite; the default export of `suites/<id>/suite.ts`. */
export function defineSuite(suite: SuiteDefinition): SuiteDefinition {
  return suite;
}
