import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fromSystem, LogError } from './errors.ts';

/** What is written down of a topic. */
export interface TopicDescription {
  name: string;
  partitions: number;
}

/** Most partitions of a topic: each is a folder with files of its own. */
export const maximumPartitions = 10_000;

const descriptionFile = 'topic.json';
// No name of a topic begins with a dot, so these cannot meet one.
const beingCreated = '.new-';
const beingDeleted = '.gone-';
const nameFormat = /^[a-zA-Z0-9_-][a-zA-Z0-9._-]{0,248}$/;

/** Makes the folder of topics if it is not there. */
export async function makeTopicsFolder(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined) await syncFolder(dirname(folder));
  } catch (error) {
    throw fromSystem(error, `make the folder ${folder}`);
  }
}

/** Folder of a topic's partition. */
export function partitionFolder(folder: string, topic: string, partition: number): string {
  return join(folder, topic, String(partition));
}

/** @throws LogError where a topic cannot be called so, or cannot have that many partitions. */
export function checkDescription({ name, partitions }: TopicDescription): void {
  if (!nameFormat.test(name)) {
    throw new LogError(
      'invalid',
      `"${name}" cannot be the name of a topic: use 1 to 249 letters (a to z), digits, dots, hyphens and underscores, with no dot at the beginning`,
    );
  }
  if (!Number.isInteger(partitions) || partitions < 1 || partitions > maximumPartitions) {
    throw new LogError(
      'invalid',
      `topic "${name}" cannot have ${partitions} partitions: give a whole number from 1 to ${maximumPartitions}`,
    );
  }
}

/**
 * Makes the folder of a topic with those of its partitions. It gets its name when everything in it
 * is on the disk, so that whatever has a topic's name is whole.
 */
export async function createTopicFolder(
  folder: string,
  { name, partitions }: TopicDescription,
): Promise<void> {
  const unfinished = join(folder, beingCreated + name);
  try {
    await mkdir(unfinished);
    for (let partition = 0; partition < partitions; partition += 1) {
      await mkdir(join(unfinished, String(partition)));
    }
    await writeSynced(join(unfinished, descriptionFile), `${JSON.stringify({ partitions })}\n`);
    await syncFolder(unfinished);
    await rename(unfinished, join(folder, name));
    await syncFolder(folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {});
    throw fromSystem(error, `create topic "${name}"`);
  }
}

/** Removes a topic with its partitions; once its name is gone, opening finishes what is left. */
export async function deleteTopicFolder(folder: string, name: string): Promise<void> {
  const gone = join(folder, beingDeleted + name);
  try {
    await rm(gone, { recursive: true, force: true });
    await rename(join(folder, name), gone);
    await syncFolder(folder);
    await rm(gone, { recursive: true, force: true });
  } catch (error) {
    throw fromSystem(error, `delete topic "${name}"`);
  }
}

/** Removes what was being created or deleted when a process ended. */
export async function removeUnfinished(folder: string): Promise<void> {
  try {
    for (const name of await readdir(folder)) {
      if (!name.startsWith(beingCreated) && !name.startsWith(beingDeleted)) continue;
      await rm(join(folder, name), { recursive: true, force: true });
    }
  } catch (error) {
    throw fromSystem(error, `remove unfinished topics from ${folder}`);
  }
}

/**
 * The topics in a folder, sorted by name. Files, and folders that no topic can be named like, are
 * left alone.
 *
 * @throws LogError `corrupt` where a topic lacks its description or a partition.
 */
export async function readTopicFolders(folder: string): Promise<TopicDescription[]> {
  const topics: TopicDescription[] = [];
  try {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || !nameFormat.test(entry.name)) continue;
      topics.push(await readDescription(folder, entry.name));
    }
  } catch (error) {
    throw fromSystem(error, `read the topics in ${folder}`);
  }
  return topics.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readDescription(folder: string, name: string): Promise<TopicDescription> {
  const path = join(folder, name, descriptionFile);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const partitions = partitionsIn(text);
  if (partitions === undefined) {
    throw new LogError(
      'corrupt',
      `${path} ${text === '' ? 'is missing or empty' : 'cannot be read'}: write {"partitions": n} into it, n being the number of folders beside it, or move ${join(folder, name)} elsewhere if it is no topic`,
    );
  }
  const there = new Set(await readdir(join(folder, name)));
  for (let partition = 0; partition < partitions; partition += 1) {
    if (there.has(String(partition))) continue;
    throw new LogError(
      'corrupt',
      `${partitionFolder(folder, name, partition)} is missing: restore the partition from a copy, or make an empty folder there to go on without its records`,
    );
  }
  return { name, partitions };
}

function partitionsIn(text: string): number | undefined {
  try {
    const { partitions } = JSON.parse(text) as { partitions: unknown };
    const valid = Number.isInteger(partitions) && (partitions as number) >= 1;
    return valid && (partitions as number) <= maximumPartitions
      ? (partitions as number)
      : undefined;
  } catch {
    return undefined;
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
