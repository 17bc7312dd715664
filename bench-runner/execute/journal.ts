import { type FileHandle, open, readFile, truncate } from 'node:fs/promises';
import { z } from 'zod';
import { FailedCase, Trial } from '../results/cases.ts';
import { CpuProfile } from '../results/cpu-profile.ts';
import { Environment } from '../results/environment.ts';
import { Identifier } from '../results/identifiers.ts';
import { Run } from '../results/schema.ts';
import { crossCheckTools } from './cross-check.ts';
import { SelectionError } from './select-suites.ts';

/** The first line: what the run is, so that it can be resumed from the journal alone. */
export const JournalHeader = z.strictObject({
  kind: z.literal('header'),
  run: Run.omit({ finishedAt: true }),
  environment: Environment,
  selection: z.strictObject({
    suites: z.array(Identifier),
    categories: z.array(Identifier).optional(),
    scenarios: z.array(Identifier).optional(),
    subjects: z.array(Identifier).optional(),
  }),
  /** Another program that loads are sent through too. */
  crossCheck: z.enum(crossCheckTools).optional(),
  /** Whether a CPU profile is taken of each case measured in process. */
  profileCpu: z.boolean().optional(),
  trialLimitMs: z.number().positive(),
  /** Hash of the planned groups and the subjects' configurations. */
  planHash: z.string(),
});
export type JournalHeader = z.infer<typeof JournalHeader>;

/**
 * One block of one group, complete: its trials are compared with each other, so a block that was
 * cut short is measured again as a whole.
 */
export const JournalBlock = z.strictObject({
  kind: z.literal('block'),
  suite: Identifier,
  group: z.string(),
  block: z.number().int().nonnegative(),
  trials: z.array(z.strictObject({ subject: Identifier, trial: Trial })),
  failures: z.array(FailedCase.pick({ subject: true, stage: true, message: true, detail: true })),
});
export type JournalBlock = z.infer<typeof JournalBlock>;

/** The CPU profile of one case, taken after all that is measured. */
export const JournalProfile = z.strictObject({
  kind: z.literal('profile'),
  suite: Identifier,
  /** The case. */
  key: z.string(),
  profile: CpuProfile,
});
export type JournalProfile = z.infer<typeof JournalProfile>;

/** The services a run is measured with, known once they have started. */
export const JournalServices = z.strictObject({
  kind: z.literal('services'),
  services: Environment.shape.services,
});
export type JournalServices = z.infer<typeof JournalServices>;

/** An append-only file of JSON lines; a line counts once it is synced to the disk. */
export class Journal {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Starts a new journal with its header; fails where the file exists. */
  static async create(path: string, header: JournalHeader): Promise<Journal> {
    const journal = new Journal(await open(path, 'ax'));
    await journal.append(header);
    return journal;
  }

  /** Opens a journal to go on with it; a torn last line is cut off first. */
  static async resume(path: string): Promise<{ journal: Journal } & JournalContent> {
    const { wholeBytes, ...content } = await readJournal(path);
    await truncate(path, wholeBytes);
    return { journal: new Journal(await open(path, 'a')), ...content };
  }

  async append(entry: JournalHeader | z.infer<typeof JournalEntry>): Promise<void> {
    await this.#file.appendFile(`${JSON.stringify(entry)}\n`);
    await this.#file.datasync();
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

export interface JournalContent {
  header: JournalHeader;
  /** Null where the run ended before its services had started. */
  services: JournalServices['services'] | null;
  blocks: JournalBlock[];
  profiles: JournalProfile[];
}

/**
 * Reads a journal up to its last whole line.
 *
 * @throws SelectionError naming the line that is not as it must be.
 */
export async function readJournal(path: string): Promise<JournalContent & { wholeBytes: number }> {
  const bytes = await readFile(path);
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1);
  const [first, ...rest] = lines;
  if (first === undefined) {
    throw new SelectionError(
      `${path} ends before its header was written`,
      'nothing was measured yet; start a new run',
    );
  }
  const header = parseLine(path, 1, first, JournalHeader);
  const entries = rest.map((line, index) => parseLine(path, index + 2, line, JournalEntry));
  const services = entries.find((entry) => entry.kind === 'services')?.services ?? null;
  const blocks = entries.filter((entry) => entry.kind === 'block');
  const profiles = entries.filter((entry) => entry.kind === 'profile');
  return { header, services, blocks, profiles, wholeBytes };
}

const JournalEntry = z.discriminatedUnion('kind', [JournalServices, JournalBlock, JournalProfile]);

function parseLine<Schema extends z.ZodType>(
  path: string,
  number: number,
  line: string,
  schema: Schema,
): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw broken(path, number, `is not JSON: ${(error as Error).message}`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw broken(path, number, `at "${issue?.path.join('.')}": ${issue?.message}`);
}

function broken(path: string, line: number, problem: string): SelectionError {
  return new SelectionError(
    `${path}, line ${line}, ${problem}`,
    'the journal was changed from outside; start a new run, or cut the file before that line to resume with what stands above it',
  );
}
