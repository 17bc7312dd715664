/** Whose code a function is, by which frames are coloured. */
export type CodeOwner = 'subject' | 'runner' | 'package' | 'node' | 'engine';

/** A function with all the time it took, wherever it was called from. */
export interface HotFunction {
  name: string;
  /** File and line, such as `node:fs:920`; null for the engine's own work. */
  place: string | null;
  owner: CodeOwner;
  selfMs: number;
  /** With all that it called; what a recursive function calls of itself counts once. */
  totalMs: number;
  samples: number;
}

/** What a page says of a case's profile at once, without its call tree. */
export interface ProfiledCase {
  id: string;
  subject: string;
  /** In words; empty where the scenario has no axes. */
  parameters: string;
  totalMs: number;
  samples: number;
  /** CPU that other work used meanwhile, as a share of all processors. */
  foreignCpuShare: number;
  pruned: { nodes: number; selfMs: number };
  /** Levels of its call tree. */
  levels: number;
  /** By their own time, the longest first. */
  hottest: HotFunction[];
}

/** A frame of a flame graph: a function called by the frames around it. */
export interface FlameFrame {
  name: string;
  place: string | null;
  owner: CodeOwner;
  /** Time with all that it called, in ms. */
  value: number;
  selfMs: number;
  samples: number;
  children: FlameFrame[];
}

/** Call trees by the id of their case: a file beside the page, fetched when one is looked at. */
export type ProfileFile = Record<string, FlameFrame>;

/** CPU profiles of a scenario's cases. */
export interface ProfilesOfPage {
  cases: ProfiledCase[];
  /** Their call trees, as JSON. */
  path: string;
}
