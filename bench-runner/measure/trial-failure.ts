import type { FailedCase } from '../results/cases.ts';

/** Stages of a trial, as a failure names them. */
export type Stage = FailedCase['stage'];

export interface TrialFailure {
  stage: Stage;
  message: string;
  /** Stack, or the last lines printed; null without either. */
  detail: string | null;
}
