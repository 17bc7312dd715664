import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PartitionLog } from '../index.ts';
import type { LogOptions } from '../options.ts';
import type { KillOrder } from './append-until-killed.ts';
import { between, seededRandom } from './random.ts';
import { verifyHistory } from './verify-history.ts';

export interface KillPlan {
  /** Bundled `append-until-killed.ts`. */
  program: string;
  /** An empty folder for the logs. */
  folder: string;
  options: LogOptions;
  compacting: boolean;
  kills: number;
  seed: number;
}

/** What the kills did; the counts tell whether they came at moments that matter. */
export interface KillOutcome {
  kills: number;
  /** Kills after which the log was opened and read here; after the others the next life goes on. */
  verified: number;
  /** Of these, those that left bytes which opening cut off. */
  tornTails: number;
  /** Those that left what a compaction had not put in place yet. */
  cutCompactions: number;
  /** Lives that acknowledged nothing: they were killed while they opened the log. */
  idleLives: number;
  acknowledged: number;
}

/** Lives of a log, each ended by a kill, before the next log begins: reading it all stays quick. */
const livesOfALog = 8;
/** Longest time to a kill, in ms, from the first record or, once in four lives, from opening on. */
const longestLifeMs = 30;

/**
 * Has a program append to a log and kills it at a random moment, again and again. After a kill the
 * log is opened and everything in it held against its history, or, once in four times, left as it is
 * to the next life, which is then killed after or during its own recovery.
 * @throws Error with the seed and the number of the kill if anything acknowledged is lost or wrong.
 */
export async function killRepeatedly(plan: KillPlan): Promise<KillOutcome> {
  const random = seededRandom(plan.seed);
  const outcome: KillOutcome = {
    kills: 0,
    verified: 0,
    tornTails: 0,
    cutCompactions: 0,
    idleLives: 0,
    acknowledged: 0,
  };
  while (outcome.kills < plan.kills) {
    const folder = join(plan.folder, `log-${outcome.kills}`);
    const lives = Math.min(livesOfALog, plan.kills - outcome.kills);
    try {
      await liveAndDie(folder, lives, plan, random, outcome);
    } catch (error) {
      const when = `seed ${plan.seed}, kill ${outcome.kills}`;
      throw new Error(`${when}: ${(error as Error).message}`, { cause: error });
    }
    rmSync(folder, { recursive: true });
  }
  return outcome;
}

async function liveAndDie(
  folder: string,
  lives: number,
  plan: KillPlan,
  random: () => number,
  outcome: KillOutcome,
): Promise<void> {
  mkdirSync(folder);
  const acknowledgedFile = join(folder, 'acknowledged');
  writeFileSync(acknowledgedFile, Buffer.alloc(8));
  const order: KillOrder = {
    folder: join(folder, 'log'),
    options: plan.options,
    history: {
      seed: between(random, 0, 2 ** 31),
      keys: plan.compacting ? 40 : 1_000,
      longest: plan.compacting ? 4_000 : 60_000,
    },
    acknowledgedFile,
    acknowledged: 0,
    compacting: plan.compacting,
    seed: 0,
  };
  for (let life = 1; life <= lives; life += 1) {
    order.seed = between(random, 0, 2 ** 31);
    const from = random() < 0.25 ? 'opening' : 'appended';
    await killAfter(plan.program, order, from, random() * longestLifeMs);
    outcome.kills += 1;
    const acknowledged = readFileSync(acknowledgedFile).readDoubleLE();
    if (acknowledged === order.acknowledged) outcome.idleLives += 1;
    outcome.acknowledged += acknowledged - order.acknowledged;
    order.acknowledged = acknowledged;
    if (life === lives || random() < 0.75) {
      if (filesOf(order.folder).some((name) => name.endsWith('.compacted'))) {
        outcome.cutCompactions += 1;
      }
      if (await verifyOpened(order)) outcome.tornTails += 1;
      outcome.verified += 1;
    }
  }
}

/** Opens and reads a log; tells whether opening cut something off. */
async function verifyOpened(order: KillOrder): Promise<boolean> {
  const before = segmentBytes(order.folder);
  const log = await PartitionLog.open(order.folder, order.options);
  try {
    const torn = segmentBytes(order.folder) < before;
    verifyHistory(log, order.history, {
      acknowledged: order.acknowledged,
      compacted: order.compacting,
    });
    return torn;
  } finally {
    await log.close();
  }
}

function filesOf(folder: string): string[] {
  // A life may be killed before it has made the folder.
  return existsSync(folder) ? readdirSync(folder) : [];
}

function segmentBytes(folder: string): number {
  return filesOf(folder)
    .filter((name) => name.endsWith('.log'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

async function killAfter(
  program: string,
  order: KillOrder,
  from: 'opening' | 'appended',
  lifeMs: number,
): Promise<void> {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {},
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const closed = once(child, 'close');
  let printed = '';
  const begun = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.includes(from)) resolve();
    });
  });
  await Promise.race([begun, closed]);
  await setTimeout(lifeMs);
  child.kill('SIGKILL');
  const [code, signal] = await closed;
  if (signal !== 'SIGKILL') {
    throw new Error(`the program ended by itself with ${signal ?? `exit code ${code}`}: ${said}`);
  }
}
