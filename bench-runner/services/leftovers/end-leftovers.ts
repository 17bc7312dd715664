import { rmSync } from 'node:fs';
import { endTree } from '../../process/end-tree.ts';
import { removeOwnFolder } from './own-folder.ts';
import { type PidSpace, pidSpace, stillRuns } from './process-identity.ts';
import { removeSharedMemory } from './shared-memory.ts';
import { readRecords, recordsFolder, type StartRecord } from './start-record.ts';
import { endProcessesAt } from './workplace.ts';

export interface LeftDatabases {
  /** Hash of the address of the server they are on. */
  server: string;
  names: readonly string[];
  /** Takes the record away, once they are dropped. */
  forget(): void;
}

/**
 * Ends what services of earlier runs left behind: their processes, told by pid and start, and their
 * folders. What a program that still runs has started is left alone, and so is what was recorded on
 * another machine or in another container, where pids mean something else.
 * @param onStep Told what could not be ended, such as what belongs to another user: it stays.
 * @returns databases left on servers that are not ours, for who can reach those.
 */
export async function endLeftovers(
  onStep: (what: string) => void,
  folder: string = recordsFolder(),
): Promise<LeftDatabases[]> {
  const here = pidSpace();
  const left: LeftDatabases[] = [];
  for (const { file, record } of await readRecords(folder)) {
    if (!isLeft(record, here)) continue;
    try {
      await endLeft(record, record.pidSpace.boot === here.boot);
    } catch (error) {
      onStep(
        `could not end what ${file} says an earlier run left: ${(error as Error).message} End it by hand and remove that file.`,
      );
      continue;
    }
    const forget = () => rmSync(file, { force: true });
    if (record.databases) left.push({ ...record.databases, forget });
    else forget();
  }
  return left;
}

/** Whether the program that recorded it has ended, so far as can be told here. */
function isLeft({ pidSpace: there, owner }: StartRecord, here: PidSpace): boolean {
  if (there.machine !== here.machine) return false;
  if (there.boot !== here.boot) return true;
  return there.namespace === here.namespace && !stillRuns(owner);
}

async function endLeft(record: StartRecord, sameBoot: boolean): Promise<void> {
  if (sameBoot) {
    for (const started of record.processes) if (stillRuns(started)) await endTree(started.pid, 0);
    if (record.workplace) {
      await endProcessesAt(record.workplace);
      removeSharedMemory(record.workplace.folder);
    }
  }
  if (record.folder) removeOwnFolder(record.folder);
}
