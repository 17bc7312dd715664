import * as z from 'zod';
import { Text } from './identifiers.ts';

/** The closed list of reasons to distrust a number. Advice and anchors: `caveats/`. */
export const caveatCodes = [
  'errors',
  'wrong-answers',
  'generator-saturated',
  'littles-law',
  'foreign-cpu',
  'cpu-steal',
  'unsteady-warm-up',
  'few-trials',
  'wide-interval',
  'cold-start',
  'nothing-found',
  'offered-load-not-reached',
  'stand-in-service',
  'quick-profile',
  'timer-resolution',
  'memory-limit-hit',
  'writeback',
] as const;

export const CaveatCode = z.enum(caveatCodes);
export type CaveatCode = z.infer<typeof CaveatCode>;

/** A caveat in force, with what was seen here, e.g. "3 of 12 trials above 10 % foreign CPU". */
export const Caveat = z.strictObject({ code: CaveatCode, detail: Text });
export type Caveat = z.infer<typeof Caveat>;
