import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { describeEnvironment } from '../../environment/describe.ts';
import { handleInterrupts, interruptedExitCode } from '../../process/interrupt.ts';
import { runCommand } from '../../process/run-command.ts';
import { formatBytes } from '../../results/format.ts';
import { newestRun } from '../../results/store.ts';
import { countVerdicts, describeVerdicts } from './count-verdicts.ts';
import { suiteId, writeSelfComparison } from './suite-folder.ts';

/** Share of comparisons of a subject with itself that may call a difference. */
const allowed = 0.05;

const project = join(import.meta.dirname, '../../..');
const program = join(project, 'bench-runner/bin/lab.mjs');

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected 1 or more.');
  return value;
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= 0xffffffff) return seed;
  throw new InvalidArgumentError('Expected a whole number from 0 to 4294967295.');
}

const options = new Command('self-comparison')
  .description('Compares a subject with itself and counts how often a difference is called.')
  .option('--suite <id>', 'suite that has them', 'multiplexer')
  .option('--scenario <id>', 'scenario, at the first value of each axis', 'write-memory')
  .option('--subject <id>', 'subject to compare with itself', 'original')
  .option('--rounds <n>', 'comparisons, each of the blocks of the quick profile', count, 100)
  .option('--seed <n>', 'seed of the run', seedOf, 1)
  .parse()
  .opts<{ suite: string; scenario: string; subject: string; rounds: number; seed: number }>();

const print = (line: string) => process.stdout.write(`${line}\n`);
const suite = join(project, 'bench-runner/suites', options.suite);
for (const [flag, file] of [
  ['--suite', join(suite, 'suite.ts')],
  ['--scenario', join(suite, 'scenarios', `${options.scenario}.ts`)],
  ['--subject', join(suite, 'subjects', options.subject, 'subject.json')],
] as const) {
  if (existsSync(file)) continue;
  process.stderr.write(`error: ${flag}: there is no ${file}; lab list shows what there is\n`);
  process.exit(2);
}

const interrupt = handleInterrupts();
const root = await mkdtemp(join(tmpdir(), 'self-comparison-'));
try {
  const suites = join(root, 'suites');
  await writeSelfComparison(suites, { ...options, suite });
  const { cpuModel, cores, memoryBytes, operatingSystem } = await describeEnvironment();
  print(
    `${cpuModel}, ${cores} processors, ${formatBytes(memoryBytes)}, ${operatingSystem}, Node.js ${process.version}`,
  );
  print(
    `${options.suite}, scenario ${options.scenario}, subject ${options.subject}: ${options.rounds} comparisons with itself, quick profile, seed ${options.seed}`,
  );
  const started = performance.now();
  const { exitCode, stderr } = await runCommand(
    [process.execPath, program, 'run', suiteId, '--suites', suites, '--profile', 'quick'].concat([
      '--seed',
      `${options.seed}`,
    ]),
    {
      cwd: root,
      signal: interrupt.signal,
      graceMs: 10_000,
      onLine: (line, stream) => {
        if (stream === 'stderr') process.stderr.write(`${line}\n`);
      },
    },
  );
  const run = await newestRun(root);
  const [document] = run?.documents ?? [];
  if (!document) throw new Error(`the run failed (${exitCode}):\n${stderr.slice(-4_000)}`);
  const verdicts = countVerdicts(document);
  const most = Math.floor(allowed * options.rounds);
  print(describeVerdicts(verdicts, most));
  print(`took ${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
  for (const failure of verdicts.failures) print(`failed: ${failure}`);
  if (verdicts.different > most || verdicts.comparisons < options.rounds) process.exitCode = 1;
} catch (error) {
  if (!interrupt.signal.aborted) throw error;
  process.exitCode = interruptedExitCode;
} finally {
  interrupt.dispose();
  await rm(root, { recursive: true, force: true });
}
