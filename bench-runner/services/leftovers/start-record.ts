import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../../results/atomic-write.ts';
import { identify, PidSpace, ProcessIdentity, pidSpace } from './process-identity.ts';
import { Workplace } from './workplace.ts';

/** What a service has started, so that a later run can end it if this one cannot. */
const StartRecord = z.strictObject({
  service: z.string(),
  pidSpace: PidSpace,
  /** The program that started it. While that runs, it is nobody else's to end. */
  owner: ProcessIdentity,
  processes: z.array(ProcessIdentity).default([]),
  /** A folder of its own, removed with it. */
  folder: z.string().optional(),
  /** Where processes of it can be found that are not below the recorded ones any more. */
  workplace: Workplace.optional(),
  /** Databases on a server that is not ours; the server is told by a hash of its address. */
  databases: z.strictObject({ server: z.string(), names: z.array(z.string()) }).optional(),
});
export type StartRecord = z.infer<typeof StartRecord>;

export type Started = Pick<StartRecord, 'folder' | 'workplace' | 'databases'> & {
  pids?: readonly number[];
};

/** Where records lie, below the folder the program runs in. */
export function recordsFolder(root: string = process.cwd()): string {
  return join(root, '.lab', 'services');
}

export interface RecordedStart {
  /** Writes what is running now. */
  update(started: Started): Promise<void>;
  /** Takes the record away, once nothing is left of the service. Never throws. */
  remove(): void;
}

/** Records a start; to be called before anything is started, and again when pids are known. */
export async function recordStart(
  service: string,
  started: Started,
  folder: string = recordsFolder(),
): Promise<RecordedStart> {
  const file = join(folder, `${service}-${process.pid}-${randomBytes(4).toString('hex')}.json`);
  const owner = identify(process.pid) ?? { pid: process.pid, start: '' };
  const update = async ({ pids = [], ...rest }: Started) => {
    const processes = pids.map(identify).filter((entry) => entry !== undefined);
    const record: StartRecord = { service, pidSpace: pidSpace(), owner, processes, ...rest };
    await writeFileAtomically(file, `${JSON.stringify(record)}\n`);
  };
  await update(started);
  return { update, remove: () => rmSync(file, { force: true }) };
}

/** Every record that can be read; one that cannot was not written by this version. */
export async function readRecords(
  folder: string = recordsFolder(),
): Promise<{ file: string; record: StartRecord }[]> {
  const names = await readdir(folder).catch(() => []);
  const records: { file: string; record: StartRecord }[] = [];
  for (const name of names.filter((each) => /^[a-z].*\.json$/.test(each))) {
    const file = join(folder, name);
    try {
      records.push({ file, record: StartRecord.parse(JSON.parse(await readFile(file, 'utf8'))) });
    } catch {
      // Taken away by its owner in between, or of another version of the lab.
    }
  }
  return records;
}
