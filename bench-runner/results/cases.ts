import * as z from 'zod';
import { Caveat } from './caveat.ts';
import { CpuProfile } from './cpu-profile.ts';
import { Identifier, Parameters, Text, Title } from './identifiers.ts';
import { Samples } from './samples.ts';

/** Most points of a series: a chart shows no more, and a document stays small. */
export const mostSeriesPoints = 240;

/** How something went during the measured time of a trial. */
export const Series = z
  .strictObject({
    unit: Title,
    /** Where each point begins, from the beginning of the measurement, in s; rising. */
    startSeconds: z.array(z.number().nonnegative()).max(mostSeriesPoints),
    /** One a point; null where nothing was seen. */
    values: z.array(z.number().finite().nullable()).max(mostSeriesPoints),
  })
  .refine(({ startSeconds, values }) => startSeconds.length === values.length, {
    error: 'expected as many values as startSeconds',
  })
  .refine(
    ({ startSeconds }) =>
      startSeconds.every((start, index) => start > (startSeconds[index - 1] ?? -1)),
    { error: 'expected rising startSeconds' },
  );
export type Series = z.infer<typeof Series>;

export const Trial = z.strictObject({
  /** Block and place in it: trials of one block were taken close together, in shuffled order. */
  block: z.number().int().nonnegative(),
  position: z.number().int().nonnegative(),
  /** `control` marks the second trial of the baseline in its block, the A/A pair. */
  role: z.enum(['subject', 'control']),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  samples: Samples,
  /** By what was followed, such as `request-rate`; only where the scenario asks for it. */
  series: z.record(Identifier, Series).optional(),
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
  /**
   * For histograms: percentiles, in the metric’s unit, of all trials' merged histogram, with 95 %
   * intervals. Bounds are null with too few trials and for the largest value, and absent
   * before method 2.
   */
  percentiles: z
    .array(
      z.strictObject({
        percentile: z.number().min(0).max(100),
        value: z.number(),
        low: z.number().finite().nullable().optional(),
        high: z.number().finite().nullable().optional(),
      }),
    )
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
  /** Where its CPU time goes, from a trial of its own; only where the run was asked for it. */
  cpuProfile: CpuProfile.optional(),
  /** By metric id, over the trials whose role is `subject`. */
  summaries: z.record(Identifier, MetricSummary),
  caveats: z.array(Caveat),
});
export type MeasuredCase = z.infer<typeof MeasuredCase>;

export const FailedCase = z.strictObject({
  ...identity,
  status: z.literal('failed'),
  /** Where in its life the case failed. */
  stage: z.enum(['prepare', 'start', 'check', 'warm-up', 'measure', 'check-again']),
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
