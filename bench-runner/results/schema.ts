import * as z from 'zod';
import { Case } from './cases.ts';
import { Caveat } from './caveat.ts';
import { Environment } from './environment.ts';
import {
  Fingerprint,
  Identifier,
  Parameters,
  ParameterValue,
  RunId,
  Text,
  Title,
} from './identifiers.ts';
import { Table } from './tables.ts';

export const profiles = ['quick', 'standard', 'full'] as const;
export const Profile = z.enum(profiles);
export type Profile = z.infer<typeof Profile>;

export const Run = z.strictObject({
  id: RunId,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  profile: Profile,
  /** Seed of every random choice of the run: order of trials, payloads, bootstrap. */
  seed: z.number().int().min(0).max(0xffffffff),
  /** Most blocks of any group in the run; each holds every subject of a group once, the baseline twice. */
  blocks: z.number().int().positive(),
  /** Method by which figures follow from samples; 1 without it. See `currentMethod`. */
  method: z.number().int().positive().optional(),
  /** Foreign CPU above which a trial is taken anew, as a share of all processors. */
  foreignCpuGate: z.number().min(0).max(1),
  lab: z.strictObject({
    version: Title,
    /** Commit of the program and the suites; null outside a checkout. */
    commit: z
      .string()
      .regex(/^[0-9a-f]{40}$/)
      .nullable(),
    /** True where the checkout held changes that no commit has. */
    modified: z.boolean(),
  }),
});
export type Run = z.infer<typeof Run>;

export const Metric = z.strictObject({
  id: Identifier,
  title: Title,
  unit: Title,
  better: z.enum(['lower', 'higher']),
  kind: z.enum(['number', 'histogram']),
  description: Text,
  /** Percentiles of a histogram that tables show, 100 being the largest value; 50 and 99 without it. */
  percentiles: z.array(z.number().positive().max(100)).min(1).max(12).optional(),
});
export type Metric = z.infer<typeof Metric>;

export const Axis = z.strictObject({
  id: Identifier,
  title: Title,
  unit: Title.nullable(),
  values: z.array(ParameterValue).min(1),
});
export type Axis = z.infer<typeof Axis>;

export const Scenario = z.strictObject({
  id: Identifier,
  title: Title,
  /** Scenarios of one category are shown together. */
  category: Identifier.optional(),
  question: Text,
  description: Text,
  /** What one operation is, e.g. "one message written". */
  operation: Title,
  axes: z.array(Axis),
  /** Metric ids; the first is the one by which subjects are compared and ranked. */
  metrics: z.array(Identifier).min(1),
  baseline: Identifier,
  /** An axis whose values are compared within each subject, and the value others are compared with. */
  contrast: z.strictObject({ axis: Identifier, baseline: ParameterValue }).optional(),
});
export type Scenario = z.infer<typeof Scenario>;

export const Subject = z.strictObject({
  id: Identifier,
  title: Title,
  version: Title,
  language: Title,
  description: Text,
  licence: Title.nullable(),
  /** SHA-256 of the subject's folder and of every source outside it that it imports. */
  configurationHash: Fingerprint,
});
export type Subject = z.infer<typeof Subject>;

export const Comparison = z.strictObject({
  /** The ratio is subject over reference, in the scenario's first metric. */
  subject: Identifier,
  reference: Identifier,
  ratio: z.number().positive(),
  low: z.number().positive(),
  high: z.number().positive(),
  /** Blocks in which both were measured. */
  pairs: z.number().int().positive(),
  /** Two-sided, after Holm's correction over the group. */
  adjustedP: z.number().min(0).max(1),
  /** Whether subject is better than, worse than, or not told apart from reference. */
  verdict: z.enum(['tie', 'better', 'worse']),
});
export type Comparison = z.infer<typeof Comparison>;

/** The cases of one scenario with the same parameters: what one table compares. */
export const Group = z.strictObject({
  scenario: Identifier,
  parameters: Parameters,
  /** A/A noise floor as a ratio above 1; null without A/A pairs. */
  noiseFloor: z.number().min(1).nullable(),
  /** Whether the interval of the A/A ratio excluded 1, a false alarm before the floor is applied. */
  falseAlarm: z.boolean().nullable(),
  detectableRatio: z.number().min(1).nullable(),
  comparisons: z.array(Comparison),
  /** Best first; rank is 1 + the number of subjects found better. */
  ranks: z.array(
    z.strictObject({ subject: Identifier, rank: z.number().int().positive(), tied: z.boolean() }),
  ),
});
export type Group = z.infer<typeof Group>;

/** A sentence computed from the data, and the table it rests on. */
export const Answer = z.strictObject({
  id: Identifier,
  question: Text,
  text: Text,
  table: Identifier,
});
export type Answer = z.infer<typeof Answer>;

/** What one suite yielded in one run: the unit that is stored, published, shown and cited. */
export const ResultDocument = z.strictObject({
  schemaVersion: z.literal(1),
  /** SHA-256 of the canonical JSON of everything else in the document. */
  fingerprint: Fingerprint,
  run: Run,
  environment: Environment,
  suite: z.strictObject({
    id: Identifier,
    title: Title,
    question: Text,
    hypothesis: Text,
    metrics: z.array(Metric).min(1),
    scenarios: z.array(Scenario).min(1),
    subjects: z.array(Subject).min(1),
  }),
  cases: z.array(Case).min(1),
  groups: z.array(Group),
  tables: z.array(Table),
  answers: z.array(Answer),
  /** Caveats of the document as a whole. */
  caveats: z.array(Caveat),
});
export type ResultDocument = z.infer<typeof ResultDocument>;
