import * as z from 'zod';
import { Identifier } from './identifiers.ts';

/** A latency distribution in ns or µs: the compressed V2 encoding of HdrHistogram, in Base64. */
export const HistogramSample = z.strictObject({
  histogram: z
    .string()
    .max(1_000_000)
    .regex(/^[A-Za-z0-9+/]+=*$/, 'expected Base64'),
  /** Values recorded. */
  count: z.number().int().nonnegative(),
});
export type HistogramSample = z.infer<typeof HistogramSample>;

/** What one trial yields for one metric. */
export const Sample = z.union([z.number().finite(), HistogramSample]);
export type Sample = z.infer<typeof Sample>;

/** Samples of one trial, by metric id. */
export const Samples = z.record(Identifier, Sample);
export type Samples = z.infer<typeof Samples>;
