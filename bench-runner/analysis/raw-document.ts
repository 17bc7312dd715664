import type { FailedCase, MeasuredCase, SkippedCase } from '../results/cases.ts';
import type { Caveat } from '../results/caveat.ts';
import type { ResultDocument } from '../results/schema.ts';

/** A case as it was measured: its trials, and caveats that no sample can tell. */
export type RawCase =
  | (Omit<MeasuredCase, 'summaries' | 'caveats'> & { caveats?: readonly Caveat[] })
  | FailedCase
  | SkippedCase;

/** What was measured, before anything is derived from it. A whole result document is one too. */
export interface RawDocument extends Pick<ResultDocument, 'run' | 'environment' | 'suite'> {
  cases: readonly RawCase[];
}

/** What follows from a raw document. */
export type Analysis = Pick<ResultDocument, 'cases' | 'groups' | 'tables' | 'caveats'>;
