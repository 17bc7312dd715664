import * as z from 'zod';
import { Title } from './identifiers.ts';

/** Most nodes of a stored call tree: a document stays small, and a page can draw it. */
export const mostProfileNodes = 400;

const absolutePath = /^(?:\/|\\\\|[A-Za-z]:[\\/]|file:)/;

/** A function that a profile met, wherever it was called from. */
export const ProfiledFunction = z.strictObject({
  /** As V8 names it; in parentheses what is no function, such as `(garbage collector)`. */
  name: Title,
  /** File below the project, path below a package, or module of Node.js; null for V8's own work. */
  source: Title.refine((path) => !absolutePath.test(path), {
    message: 'expected a path below the project or a package, not an absolute one',
  }).nullable(),
  /** Line of its definition, from 1; null where it is not known. */
  line: z.number().int().positive().nullable(),
});
export type ProfiledFunction = z.infer<typeof ProfiledFunction>;

/** A function called by way of the nodes above it. */
export const ProfileNode = z.strictObject({
  /** Index of the caller's node, which stands before this one; null for the root, the first. */
  parent: z.number().int().nonnegative().nullable(),
  /** Index in the profile's functions. */
  function: z.number().int().nonnegative(),
  /** Time in the function itself, in ms. */
  selfMs: z.number().nonnegative(),
  /** Time in it and in all that it called, pruned nodes included, in ms. */
  totalMs: z.number().nonnegative(),
  /** Samples taken in the function itself. */
  samples: z.number().int().nonnegative(),
});
export type ProfileNode = z.infer<typeof ProfileNode>;

/**
 * Where the CPU time of a case went, from one trial that was taken for it beside the measured ones:
 * the stacks that V8's sampling profiler saw, folded into a call tree.
 */
export const CpuProfile = z
  .strictObject({
    takenAt: z.iso.datetime(),
    /** Time that was asked for between two samples of a thread, in µs. */
    intervalMicros: z.number().int().positive(),
    /** CPU that other work used meanwhile, as a share of all processors: it stretches what it delays. */
    foreignCpuShare: z.number().min(0).max(1),
    /** Samples of all threads together. */
    samples: z.number().int().positive(),
    functions: z.array(ProfiledFunction).min(1).max(mostProfileNodes),
    /** Callers before what they call. */
    nodes: z.array(ProfileNode).min(1).max(mostProfileNodes),
    /** What was too small to be kept: how many nodes, and their own time and samples. */
    pruned: z.strictObject({
      nodes: z.number().int().nonnegative(),
      selfMs: z.number().nonnegative(),
      samples: z.number().int().nonnegative(),
    }),
  })
  .refine(
    ({ nodes }) =>
      nodes.every(({ parent }, index) =>
        index === 0 ? parent === null : parent !== null && parent < index,
      ),
    { error: 'expected a root first, and every other node after its parent' },
  )
  .refine(({ nodes, functions }) => nodes.every((node) => node.function < functions.length), {
    error: 'expected every node to name one of the functions',
  })
  .refine(
    ({ nodes, pruned, samples }) =>
      nodes.reduce((sum, node) => sum + node.samples, pruned.samples) === samples,
    { error: 'expected the samples of all nodes and of what was pruned to be all samples' },
  );
export type CpuProfile = z.infer<typeof CpuProfile>;
