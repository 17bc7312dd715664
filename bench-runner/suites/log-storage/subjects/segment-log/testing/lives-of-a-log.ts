import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { LogError, PartitionLog } from '../index.ts';
import type { LogOptions } from '../options.ts';
import { bootId, endedProcess } from './dead-lock.ts';
import { type History, recordsFrom } from './history.ts';
import { between, pick, seededRandom } from './random.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { verifyHistory } from './verify-history.ts';

/** How one life of a log ended. */
export type End = 'closed' | 'killed' | 'power lost' | 'closed, then power lost';

/** What a log owes: offsets below these must be there after a kill, and after a loss of power. */
interface Promised {
  afterKill: number;
  afterPowerLoss: number;
}

/**
 * Has a log on a simulated disk live several times, each time until it is closed, its process is
 * killed or the power fails, at a random call, also while it recovers from the end before; after
 * each it must hold what it acknowledged.
 *
 * @param folder An empty folder, which takes the lock only.
 * @returns How the lives ended.
 * @throws Error if something acknowledged is lost or wrong, or the log cannot be opened.
 */
export async function liveSeveralTimes(
  folder: string,
  seed: number,
  lives: number,
): Promise<End[]> {
  const random = seededRandom(seed);
  const history: History = { seed, keys: 25 };
  const promised: Promised = { afterKill: 0, afterPowerLoss: 0 };
  const ends: End[] = [];
  const lock = join(folder, '.lock');
  let disk = new SimulatedDisk();
  for (let life = 0; life < lives; life += 1) {
    // The last life ends in peace, so that what the one before it left is looked at as well.
    const plan = life === lives - 1 ? 'closed' : pick(['closed', 'killed', 'power lost'], random);
    const changes = between(random, 0, between(random, 0, 120));
    disk.stopAfter(plan === 'closed' ? Number.POSITIVE_INFINITY : changes, random());
    const end = await live(folder, disk, history, promised, random);
    ends.push(end === 'closed' ? end : plan);
    if (end === 'closed' && random() < 0.3) {
      ends[life] = 'closed, then power lost';
      disk = disk.restarted(random);
      restartMachine(lock);
      promised.afterKill = promised.afterPowerLoss;
    }
    if (end === 'closed') continue;
    if (plan === 'killed') {
      disk = disk.handedOver();
      writeFileSync(lock, endedProcess(bootId(), hadRecovered(lock)));
    } else {
      disk = disk.restarted(random);
      writeFileSync(lock, endedProcess('an earlier start of the machine'));
      promised.afterKill = promised.afterPowerLoss;
    }
  }
  return ends;
}

/** What the lock said before the log, which here goes on after its end, has released it. */
function hadRecovered(lock: string): boolean {
  return !existsSync(lock) || JSON.parse(readFileSync(lock, 'utf8')).recovered;
}

/** What a closed log has left of its lock, as the next start of the machine finds it. */
function restartMachine(lock: string): void {
  if (!existsSync(lock)) return;
  const left = JSON.parse(readFileSync(lock, 'utf8'));
  writeFileSync(lock, JSON.stringify({ ...left, boot: 'an earlier start of the machine' }));
}

async function live(
  folder: string,
  disk: SimulatedDisk,
  history: History,
  promised: Promised,
  random: () => number,
): Promise<'closed' | 'stopped'> {
  const options: LogOptions = {
    durability: pick(['page-cache', 'interval', 'sync', 'sync'], random),
    syncIntervalBytes: between(random, 1, 4_000),
    segmentBytes: between(random, 500, 6_000),
    indexIntervalBytes: 200,
    files: disk,
  };
  let log: PartitionLog | undefined;
  try {
    log = await PartitionLog.open(folder, options);
    verifyHistory(log, history, { acknowledged: promised.afterKill, compacted: true });
    promised.afterKill = log.endOffset;
    const steps = between(random, 1, 40);
    for (let step = 0; step < steps; step += 1) {
      await takeStep(log, options, history, promised, random);
    }
    await log.close();
    if (options.durability !== 'page-cache') promised.afterPowerLoss = log.endOffset;
    return 'closed';
  } catch (error) {
    // What a stopped process or machine makes of a call; anything else is a wrong answer.
    const isToldBySystem = error instanceof LogError && error.code === 'io';
    if (!disk.isStopped || !isToldBySystem) throw error;
    await log?.close().catch(() => {});
    return 'stopped';
  }
}

async function takeStep(
  log: PartitionLog,
  options: LogOptions,
  history: History,
  promised: Promised,
  random: () => number,
): Promise<void> {
  const what = random();
  if (what < 0.6) await produceSome(log, options, history, promised, random);
  else if (what < 0.7) log.roll();
  else if (what < 0.8) await flush(log, promised);
  else if (what < 0.9) {
    // Under page-cache a power failure may take what compaction put in the place of records that
    // were never asked to be on the disk.
    if (options.durability === 'page-cache') await flush(log, promised);
    const compaction = log.compact();
    // What is produced meanwhile may fail first; the compaction's own error comes with the await.
    compaction.catch(() => {});
    if (random() < 0.5) await produceSome(log, options, history, promised, random);
    await compaction;
  } else await setImmediate();
}

async function flush(log: PartitionLog, promised: Promised): Promise<void> {
  const end = log.endOffset;
  await log.flush();
  promised.afterPowerLoss = Math.max(promised.afterPowerLoss, end);
}

async function produceSome(
  log: PartitionLog,
  { durability }: LogOptions,
  history: History,
  promised: Promised,
  random: () => number,
): Promise<void> {
  const inFlight: Promise<void>[] = [];
  for (let calls = between(random, 1, 4); calls > 0; calls -= 1) {
    const expected = log.endOffset;
    const records = recordsFrom(history, expected, between(random, 1, 6));
    inFlight.push(
      log.produce(records).then((base) => {
        if (base !== expected) throw new Error(`appended at ${base}, expected ${expected}`);
        const end = base + records.length;
        promised.afterKill = Math.max(promised.afterKill, end);
        if (durability === 'sync') {
          promised.afterPowerLoss = Math.max(promised.afterPowerLoss, end);
        }
      }),
    );
  }
  // Acknowledgements that come while another call fails count as well.
  const outcomes = await Promise.allSettled(inFlight);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
