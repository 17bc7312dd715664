/** A program that damages a log in many ways and reads what is left, until it meets a wrong answer. */

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { PartitionLog } from '../index.ts';
import type { LogOptions } from '../options.ts';
import { type Damage, damageSome, type LogFolder } from './damage.ts';
import { examine, type Found } from './examine-damaged.ts';
import { type History, recordsFrom } from './history.ts';
import { between, seededRandom } from './random.ts';

export interface FuzzOrder {
  /** An empty folder. */
  folder: string;
  seed: number;
  rounds: number;
}

const order: FuzzOrder = JSON.parse(process.argv[2] ?? '');
const options: LogOptions = { segmentBytes: 3_000, indexIntervalBytes: 200 };

/** A log of some eight segments, and its files. */
interface Sample {
  history: History;
  compacted: boolean;
  endOffset: number;
  files: LogFolder;
}

async function makeSample(name: string, compacted: boolean, closed: boolean): Promise<Sample> {
  const history: History = { seed: order.seed, keys: compacted ? 12 : 1_000 };
  const random = seededRandom(order.seed);
  const folder = join(order.folder, name);
  const log = await PartitionLog.open(folder, options);
  while (log.endOffset < 150) {
    log.append(recordsFrom(history, log.endOffset, between(random, 1, 5)));
  }
  if (compacted) await log.compact();
  const files = closed ? new Map() : filesOf(folder);
  const { endOffset } = log;
  await log.close();
  return { history, compacted, endOffset, files: closed ? filesOf(folder) : withStaleLock(files) };
}

function filesOf(folder: string): LogFolder {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

/** The lock of a process that has ended, as a kill leaves it: no process has this number. */
function withStaleLock(files: LogFolder): LogFolder {
  const lock = files.get('.lock')?.toString() ?? '';
  files.set('.lock', Buffer.from(lock.replace(/"pid":\d+/, '"pid":4194999')));
  return files;
}

async function round(sample: Sample, random: () => number): Promise<Found> {
  const files: LogFolder = new Map(sample.files);
  const damages = damageSome(files, random);
  const folder = mkdtempSync(join(order.folder, 'round-'));
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const readOnly = random() < 0.3;
    return await examine(folder, { ...options, readOnly }, sample, changedFiles(sample, files));
  } catch (error) {
    const told = damages.map(({ kind, file }: Damage) => `${file} ${kind}`).join(', ');
    throw new Error(`${told}: ${(error as Error).stack}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Two damages may undo each other, so what counts is the outcome. */
function changedFiles(sample: Sample, files: LogFolder): string[] {
  const names = new Set([...sample.files.keys(), ...files.keys()]);
  return [...names].filter((name) => {
    const [before, after] = [sample.files.get(name), files.get(name)];
    return before === undefined || after === undefined || !before.equals(after);
  });
}

async function fuzz(): Promise<void> {
  mkdirSync(order.folder, { recursive: true });
  const samples = [
    await makeSample('closed', false, true),
    await makeSample('killed', false, false),
    await makeSample('compacted', true, true),
    await makeSample('compacted-and-killed', true, false),
  ];
  const count: Record<string, number> = {};
  for (let number = 0; number < order.rounds; number += 1) {
    writeSync(1, `round ${number}\n`);
    const random = seededRandom(order.seed + number);
    const found = await round(samples[number % samples.length] as Sample, random);
    count[found] = (count[found] ?? 0) + 1;
  }
  writeSync(1, `found ${JSON.stringify(count)}\n`);
}

fuzz().catch((error) => {
  writeSync(2, `${(error as Error).stack}\n`);
  process.exit(1);
});
