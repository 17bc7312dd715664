import * as z from 'zod';
import { Caveat, CaveatCode } from './caveat.ts';
import { Identifier, Text, Title } from './identifiers.ts';

const interval = {
  /** Lower and upper bound of the 95 % interval; null where there are too few samples for one. */
  low: z.number().finite().nullable(),
  high: z.number().finite().nullable(),
  /** Trials (for a value) or pairs of trials in one block (for a ratio). */
  n: z.number().int().positive(),
  caveats: z.array(CaveatCode).default([]),
};

export const Cell = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: Text }),
  /** Place among the rows of the table; rows that could not be told apart share it. */
  z.strictObject({ kind: z.literal('rank'), rank: z.number().int().positive(), tied: z.boolean() }),
  z.strictObject({ kind: z.literal('value'), value: z.number().finite(), ...interval }),
  /** A ratio of two subjects (or of two figures), 1 being equal. */
  z.strictObject({
    kind: z.literal('ratio'),
    value: z.number().finite(),
    verdict: z.enum(['baseline', 'tie', 'better', 'worse', 'undecided']),
    ...interval,
  }),
  /** A figure that somebody else published: it has no samples here. */
  z.strictObject({ kind: z.literal('reference'), value: z.number().finite(), source: Title }),
  /** Nothing to show, and why: the case failed, was skipped, or has no such metric. */
  z.strictObject({ kind: z.literal('absent'), reason: Text }),
]);
export type Cell = z.infer<typeof Cell>;

export const Column = z.strictObject({
  id: Identifier,
  title: Title,
  /** Unit of every value in the column; null for text, ranks and ratios. */
  unit: Title.nullable(),
  /** The metric shown, where the column shows one. */
  metric: Identifier.nullable(),
});
export type Column = z.infer<typeof Column>;

/** A projection of a run that can be cited as `<version>/<suite>/<table>`. */
export const Table = z.strictObject({
  id: Identifier,
  title: Title,
  /** What is shown and how to read it, in a sentence or two. */
  caption: Text,
  /** The scenario whose page holds the table; null for a table of the suite's own page. */
  scenario: Identifier.nullable(),
  columns: z.array(Column).min(1),
  /** Each row has one cell a column, in the columns' order. */
  rows: z.array(z.array(Cell)),
  /** The A/A noise floor, as a ratio above 1; null where no pair was measured. */
  noiseFloor: z.number().min(1).nullable(),
  /** The smallest ratio above 1 that this table could have told from a tie; null where nothing is compared. */
  detectableRatio: z.number().min(1).nullable(),
  caveats: z.array(Caveat),
});
export type Table = z.infer<typeof Table>;
