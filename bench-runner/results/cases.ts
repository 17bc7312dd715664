import * as z from 'zod';
import { Caveat } from './caveat.ts';
import { Identifier, Parameters, Text } from './identifiers.ts';
import { Samples } from './samples.ts';

export const Trial = z.strictObject({
  /** Block and place in it: trials of one block were taken close together, in shuffled order. */
  block: z.number().int().nonnegative(),
  position: z.number().int().nonnegative(),
  /** `control` marks the second trial of the baseline in its block, the A/A pair. */
  role: z.enum(['subject', 'control']),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  samples: Samples,
  resources: z.strictObject({
    /** CPU seconds of the trial's process tree. */
    cpuSeconds: z.number().nonnegative(),
    /** Largest resident memory of the process tree seen, in bytes. */
    peakResidentBytes: z.number().int().nonnegative(),
    /** CPU used by everything else on the machine, as a share of all processors, 0 to 1. */
    foreignCpuShare: z.number().min(0).max(1),
    /** CPU time the hypervisor withheld, as a share of all processors; null where it is not told. */
    stealShare: z.number().min(0).max(1).nullable(),
  }),
  /** Times this trial was taken anew because of foreign CPU. */
  retakes: z.number().int().nonnegative(),
  caveats: z.array(Caveat),
});
export type Trial = z.infer<typeof Trial>;

export const MetricSummary = z.strictObject({
  n: z.number().int().positive(),
  median: z.number().finite(),
  low: z.number().finite().nullable(),
  high: z.number().finite().nullable(),
  /** For histograms: percentiles in µs of all trials' merged histogram. */
  percentiles: z
    .array(z.strictObject({ percentile: z.number().min(0).max(100), value: z.number() }))
    .optional(),
});
export type MetricSummary = z.infer<typeof MetricSummary>;

const identity = {
  /** `scenario/axis=value,…/subject`; the middle part is `-` in a scenario without axes. */
  key: z.string().max(400),
  scenario: Identifier,
  parameters: Parameters,
  subject: Identifier,
};

export const MeasuredCase = z.strictObject({
  ...identity,
  status: z.literal('measured'),
  trials: z.array(Trial).min(1),
  /** By metric id, over the trials whose role is `subject`. */
  summaries: z.record(Identifier, MetricSummary),
  caveats: z.array(Caveat),
});
export type MeasuredCase = z.infer<typeof MeasuredCase>;

export const FailedCase = z.strictObject({
  ...identity,
  status: z.literal('failed'),
  /** Where in its life the case failed. */
  stage: z.enum(['prepare', 'check', 'warm-up', 'measure', 'check-again']),
  message: Text,
  /** Last lines the subject printed, or the stack; null where it printed nothing. */
  detail: Text.nullable(),
});
export type FailedCase = z.infer<typeof FailedCase>;

export const SkippedCase = z.strictObject({
  ...identity,
  status: z.literal('skipped'),
  reason: Text,
  /** The command or change that would help; null where nothing here can. */
  remedy: Text.nullable(),
});
export type SkippedCase = z.infer<typeof SkippedCase>;

export const Case = z.discriminatedUnion('status', [MeasuredCase, FailedCase, SkippedCase]);
export type Case = z.infer<typeof Case>;
