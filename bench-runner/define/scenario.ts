import type { ParameterValue } from '../results/identifiers.ts';
import type { Profile } from '../results/schema.ts';
import type { AxisDefinition } from './axis.ts';
import type { HttpLoadMethod } from './http-load.ts';
import type { Peer } from './peer.ts';
import type { Workload } from './workload.ts';

export interface PrepareContext<Subject> {
  /** Default export of the subject's module. */
  subject: Subject;
  /** Values on the scenario's axes. */
  parameters: Readonly<Record<string, ParameterValue>>;
  /** Seeded generator, uniform in [0, 1): the same for every subject of a block. */
  random: () => number;
  /** An empty folder for sockets and files; removed after the trial. */
  folder: string;
  /** Starts the scenario's exported `peers[name]` in a second process and resolves when it is ready. */
  startPeer(name: string, data?: unknown): Promise<Peer>;
  /** The same in a thread of the trial's process, whose CPU is counted with it. */
  startThread(name: string, data?: unknown): Promise<Peer>;
}

/** A subject's function is called in a process forked for the trial. */
export interface InProcessMethod<Subject> {
  kind: 'in-process';
  prepare(context: PrepareContext<Subject>): Workload | Promise<Workload>;
}

/**
 * A foreign program is run and what it prints is parsed: a subject in Go, Rust or Python needs no
 * TypeScript. The command stands in the subject's `subject.json`.
 */
export interface CommandMethod {
  kind: 'command';
  /** How the output is read. */
  format: 'go-bench';
  /** Name of the benchmark, as the program prints it, that belongs to a combination of parameters. */
  benchmark(parameters: Readonly<Record<string, ParameterValue>>): string;
}

/** How often and how long a scenario is measured; times in ms. */
export interface Timing {
  /** Blocks: each holds every subject of a group once and the baseline twice. */
  blocks: number;
  /** In process, warm-up ends when batches are steady and at the latest after this. */
  warmUpMs: number;
  /** Time the measured batches of a trial take together, or the measured load lasts. */
  measureMs: number;
}

export interface ScenarioDefinition<Subject = unknown> {
  title: string;
  /** Kebab-case; scenarios of one category can be run and are shown together. */
  category?: string;
  question: string;
  description: string;
  /** What one operation is, e.g. "one message written". */
  operation: string;
  axes: Readonly<Record<string, AxisDefinition>>;
  /** Metric ids of the suite; subjects are compared and ranked by the first. */
  metrics: readonly string[];
  /** The subject that others are compared with; it stands in every block twice. */
  baseline: string;
  /** Subjects that take part; all of the suite's without it. */
  subjects?: readonly string[];
  /** Those of them that take part in the quick profile; all of them without it. */
  quickSubjects?: readonly string[];
  /** Those of them that take part in the standard profile; all of them without it. */
  standardSubjects?: readonly string[];
  /**
   * An axis whose values are compared within each subject, with the value the others are compared
   * with: what OFFSET costs against a cursor, say. It yields a table of its own.
   */
  contrast?: { axis: string; baseline: ParameterValue };
  /** Where the scenario needs another number of blocks or other times than its profile has. */
  timing?: Partial<Record<Profile, Partial<Timing>>>;
  method: InProcessMethod<Subject> | CommandMethod | HttpLoadMethod;
}

/** Declares a scenario; the default export of `suites/<suite>/scenarios/<id>.ts`. */
export function defineScenario<Subject = unknown>(
  scenario: ScenarioDefinition<Subject>,
): ScenarioDefinition<Subject> {
  return scenario;
}
