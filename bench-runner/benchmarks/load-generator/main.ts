import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { describeEnvironment } from '../../environment/describe.ts';
import { findProgram } from '../../process/find-program.ts';
import { bundleGenerator, generate } from './run-generator.ts';
import { runWrk } from './run-wrk.ts';
import { startServer } from './servers.ts';
import { type Spread, spreadOf } from './spread.ts';

const connections = 50;
const stallMs = 200;
/**
 * Of 1,000 requests due in a second, 200 meet a stall and wait for 200, 199, … 1 ms. Ten of 1,000
 * wait for longer than 190 ms: that is the 99th percentile.
 */
const stallP99 = 190;

const limits = {
  rate: 0.9,
  cpu: 1.25,
  stall: 0.05,
  idle: 0.1,
};

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected 1 or more.');
  return value;
}

const { rounds, seconds } = new Command('load-generator')
  .description(
    'Compares the load generator with wrk and with what its schedule says. Needs wrk and taskset, and two processors: the server has the first, load comes from the second.',
  )
  .option('--rounds <n>', 'rounds, in each of which everything is measured once', count, 7)
  .option('--seconds <n>', 'length of each measurement', count, 4)
  .parse()
  .opts<{ rounds: number; seconds: number }>();

const print = (line: string) => process.stdout.write(`${line}\n`);
const wrk = await findProgram('wrk');
const taskset = await findProgram('taskset');
if (!wrk || !taskset) {
  throw new Error('wrk and taskset are needed: install the packages wrk and util-linux.');
}
const serverSide = [taskset, '-c', '0'];
const loadSide = [taskset, '-c', '1'];
const times = { warmUpMs: 2000, measureMs: seconds * 1000 };
const closed = { kind: 'closed', users: connections } as const;
const open = { kind: 'open', perSecond: 1000, arrivals: 'constant', connections } as const;

const folder = await mkdtemp(join(tmpdir(), 'load-generator-'));
const server = await startServer(serverSide, 0);
const stalling = await startServer(serverSide, stallMs);
const figures = {
  rate: [] as number[],
  cpu: [] as number[],
  stall: [] as number[],
  idle: [] as number[],
  loaded: [] as number[],
};
try {
  const { cpuModel, cores, operatingSystem } = await describeEnvironment();
  print(`${cpuModel}, ${cores} processors, ${operatingSystem}, Node.js ${process.version}`);
  const program = await bundleGenerator(folder);
  const closedRun = () => generate(program, loadSide, { url: server.url, load: closed, ...times });
  const wrkRun = () => runWrk(wrk, loadSide, server.url, connections, seconds);
  // Both the server's code and the processor's clock are warm from here on.
  await wrkRun();
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? null : await wrkRun();
    const own = await closedRun();
    const other = first ?? (await wrkRun());
    const ownRate = own.requests / own.seconds;
    const ownCpu = (own.cpuSeconds * 1e6) / own.requests;
    const otherCpu = (other.cpuSeconds * 1e6) / other.requests;
    figures.rate.push(ownRate / other.requestsPerSecond);
    figures.cpu.push(ownCpu / otherCpu);
    print(
      `round ${round + 1}: ${ownRate.toFixed(0)} requests/s at ${ownCpu.toFixed(2)} µs of CPU, wrk ${other.requestsPerSecond.toFixed(0)} at ${otherCpu.toFixed(2)}; Little's law ${own.littlesLaw.toFixed(4)}`,
    );
    const stalled = await generate(program, loadSide, { url: stalling.url, load: open, ...times });
    figures.stall.push(stalled.p99 / 1000);
    const idle = await generate(program, loadSide, { url: null, load: open, ...times });
    figures.idle.push(idle.cpuSeconds / idle.seconds);
    const loaded = await generate(program, loadSide, { url: server.url, load: open, ...times });
    figures.loaded.push(loaded.cpuSeconds / loaded.seconds);
    print(
      `  stalls: p99 ${(stalled.p99 / 1000).toFixed(1)} ms; waiting ${percent(idle.cpuSeconds / idle.seconds)} of a core, sending ${percent(loaded.cpuSeconds / loaded.seconds)}; p50 ${(loaded.p50 / 1000).toFixed(2)} ms`,
    );
  }
} finally {
  server.end();
  stalling.end();
  await rm(folder, { recursive: true, force: true });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function report(what: string, spread: Spread, limit: string, within: boolean | null, digits = 2) {
  const { median, low, high, n } = spread;
  const range = `${low.toFixed(digits)} to ${high.toFixed(digits)}`;
  const verdict = within === null ? '' : within ? 'within' : 'missed';
  print(`| ${what} | ${median.toFixed(digits)} | ${range} | ${n} | ${limit} | ${verdict} |`);
  if (within === false) process.exitCode = 1;
}

const rate = spreadOf(figures.rate);
const cpu = spreadOf(figures.cpu);
const stall = spreadOf(figures.stall);
const idle = spreadOf(figures.idle.map((share) => share * 100));
const loaded = spreadOf(figures.loaded.map((share) => share * 100));
print('| Figure | Median | Range | n | Limit | |');
print('| --- | --- | --- | --- | --- | --- |');
report('rate / rate of wrk', rate, '0.9 or more', rate.median >= limits.rate);
report('CPU per request / that of wrk', cpu, '1.25 or less', cpu.median <= limits.cpu);
report(
  `p99 under stalls of ${stallMs} ms, ms`,
  stall,
  `${stallP99} ± 5 %`,
  Math.abs(stall.median / stallP99 - 1) <= limits.stall,
  1,
);
report(
  'CPU waiting for 1,000 arrivals/s, % of a core',
  idle,
  'below 10',
  idle.median < 100 * limits.idle,
  1,
);
report('CPU sending 1,000 requests/s, % of a core', loaded, '', null, 1);
