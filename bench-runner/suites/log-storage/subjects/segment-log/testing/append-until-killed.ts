/** A program that appends to a log until it is killed, and leaves word of what was acknowledged. */
import { openSync, writeSync } from 'node:fs';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { PartitionLog } from '../index.ts';
import type { LogOptions } from '../options.ts';
import { type History, recordsFrom } from './history.ts';
import { between, seededRandom } from './random.ts';

export interface KillOrder {
  folder: string;
  options: LogOptions;
  history: History;
  /** Takes the offset below which all was acknowledged, as a number of 8 bytes at its start. */
  acknowledgedFile: string;
  /** That offset, from the lives before. */
  acknowledged: number;
  /** Whether closed segments are compacted all the while. */
  compacting: boolean;
  /** Of the batches' sizes. */
  seed: number;
  /** Between appends, so that a log that lives for seconds stays small; none without it. */
  pauseMs?: number;
}

/**
 * Records after which a life appends slowly: one that is killed late, on a busy machine, would leave
 * a log that takes long to verify, and so have the next one be killed late.
 */
const quickRecords = 1_500;
const slowPauseMs = 5;
/** A test that no longer kills must not leave a process behind. */
const lifeMs = 20_000;

const order: KillOrder = JSON.parse(process.argv[2] ?? '');
const random = seededRandom(order.seed);
const acknowledgedFile = openSync(order.acknowledgedFile, 'r+');
const word = Buffer.alloc(8);
let acknowledged = order.acknowledged;
let hasAppended = false;
let isCompacting = false;

async function live(): Promise<void> {
  const deadline = Date.now() + lifeMs;
  // Opening recovers from the kill before this one, and may be killed as well.
  writeSync(1, 'opening\n');
  const log = await PartitionLog.open(order.folder, order.options);
  if (log.endOffset < acknowledged) {
    throw new Error(`the log ends at ${log.endOffset}, acknowledged was ${acknowledged}`);
  }
  while (Date.now() < deadline) {
    if ((order.options.durability ?? 'page-cache') === 'page-cache') appendSome(log);
    else await produceSome(log);
    if (order.compacting && !isCompacting) void compact(log);
    const isSlow = acknowledged > order.acknowledged + quickRecords;
    const pauseMs = isSlow ? slowPauseMs : order.pauseMs;
    await (pauseMs === undefined ? setImmediate() : setTimeout(pauseMs));
  }
  throw new Error(`was not killed within ${lifeMs} ms`);
}

/** Several calls before the event loop has its turn. */
function appendSome(log: PartitionLog): void {
  for (let calls = between(random, 1, 8); calls > 0; calls -= 1) {
    const next = log.endOffset;
    const records = nextBatch(next);
    accept(next, log.append(records), records.length);
  }
}

/** Several calls in flight, as producers that share a group commit have. */
async function produceSome(log: PartitionLog): Promise<void> {
  let next = log.endOffset;
  const inFlight: Promise<void>[] = [];
  for (let calls = between(random, 1, 5); calls > 0; calls -= 1) {
    const expected = next;
    const records = nextBatch(expected);
    next += records.length;
    inFlight.push(log.produce(records).then((base) => accept(expected, base, records.length)));
  }
  await Promise.all(inFlight);
}

function nextBatch(offset: number) {
  return recordsFrom(order.history, offset, random() < 0.05 ? 200 : between(random, 1, 12));
}

function accept(expected: number, base: number, count: number): void {
  if (base !== expected) throw new Error(`appended at ${base}, expected ${expected}`);
  if (!hasAppended) writeSync(1, 'appended\n');
  hasAppended = true;
  acknowledged = Math.max(acknowledged, base + count);
  word.writeDoubleLE(acknowledged);
  // A file outlives this process as a pipe's unread bytes would, and nobody has to drain it.
  writeSync(acknowledgedFile, word, 0, word.length, 0);
}

/** An error ends the program, since nobody handles it. */
async function compact(log: PartitionLog): Promise<void> {
  isCompacting = true;
  await log.compact();
  isCompacting = false;
}

live().catch((error) => {
  writeSync(2, `${(error as Error).stack}\n`);
  process.exit(1);
});
