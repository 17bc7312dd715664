import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError, Option } from 'commander';
import { checkOnly, type Readiness } from '../execute/check-only.ts';
import { type CrossCheckTool, crossCheckTools } from '../execute/cross-check.ts';
import { resumeRun, startRun } from '../execute/run.ts';
import { handleInterrupts } from '../process/interrupt.ts';
import { type Profile, profiles, type ResultDocument } from '../results/schema.ts';
import { LabError } from './lab-error.ts';
import { progressFor } from './progress/progress-for.ts';
import { summariseRun } from './run-summary.ts';

interface RunFlags {
  category?: string[];
  scenario?: string[];
  subject?: string[];
  profile: Profile;
  load?: CrossCheckTool;
  checkOnly?: boolean;
  profileCpu?: boolean;
  seed?: number;
  trialLimit: number;
  resume?: string;
  json?: boolean;
  suites?: string;
}

export function runCommand(): Command {
  return new Command('run')
    .description('Measure suites and write a run to .lab/runs/.')
    .argument('[suite...]', 'ids of the suites; all without any')
    .option('--category <ids...>', 'only scenarios of these categories')
    .option('--scenario <ids...>', 'only these scenarios')
    .option('--subject <ids...>', 'only these subjects, and the baseline')
    .addOption(
      new Option('--profile <profile>', 'how many cases, blocks and how long')
        .choices(profiles)
        .default('quick'),
    )
    .addOption(
      new Option(
        '--load <program>',
        'send every load through this program too, and show whether the two agree',
      ).choices(crossCheckTools),
    )
    .option(
      '--check-only',
      'install, build, start and check what would be measured, and stop there',
    )
    .option(
      '--profile-cpu',
      'take one more trial of each case measured in process, to see where its CPU time goes',
    )
    .option('--seed <number>', 'seed of order and payloads, to repeat a run', parseSeed)
    .option('--trial-limit <seconds>', 'time after which a trial counts as hung', parseSeconds, 60)
    .option('--resume <run>', 'go on with an interrupted run; takes no other choice')
    .option('--json', 'print the result documents as JSON on standard output')
    .option('--suites <folder>', 'read the suites from this folder instead of the own ones')
    .addHelpText(
      'after',
      `
Example:
  $ lab run multiplexer --scenario write-memory --profile quick
  $ lab run multiplexer --scenario write-memory --subject optimized --profile-cpu
  $ lab run --resume 20261120t093500z-1f2e`,
    )
    .action(run);
}

async function run(suites: string[], flags: RunFlags, command: Command): Promise<void> {
  if (flags.resume !== undefined) refuseOthers(suites, command);
  const interrupt = handleInterrupts();
  const progress = progressFor(process.stderr);
  let runId = flags.resume;
  const options = {
    root: process.cwd(),
    suitesFolder: flags.suites,
    signal: interrupt.signal,
    listener: (event: Parameters<typeof progress.listener>[0]) => {
      if (event.kind === 'started') runId = event.runId;
      progress.listener(event);
    },
  };
  try {
    const request = {
      suites,
      categories: flags.category,
      scenarios: flags.scenario,
      subjects: flags.subject,
      profile: flags.profile,
      seed: flags.seed ?? randomBytes(4).readUInt32BE(),
      crossCheck: flags.load,
      profileCpu: flags.profileCpu,
      trialLimitMs: flags.trialLimit * 1_000,
    };
    if (flags.checkOnly) {
      const readiness = await checkOnly(request, options);
      progress.stop();
      reportReadiness(readiness, flags);
      return;
    }
    const finished =
      flags.resume === undefined
        ? await startRun(request, options)
        : await resumeRun(flags.resume, options);
    progress.stop();
    report(finished.id, finished.documents, flags);
  } catch (error) {
    progress.stop();
    if (!interrupt.signal.aborted) throw error;
    throw new LabError('interrupted; finished blocks are saved', {
      exitCode: 130,
      remedy: runId ? `go on with: lab run --resume ${runId}` : 'nothing was measured yet',
    });
  } finally {
    interrupt.dispose();
  }
}

function report(id: string, documents: ResultDocument[], flags: RunFlags): void {
  if (flags.json) console.log(JSON.stringify({ run: id, documents }, null, 2));
  else console.log(summariseRun(id, documents));
  const failed = documents.some(({ cases }) => cases.some(({ status }) => status === 'failed'));
  if (failed) process.exitCode = 3;
}

function reportReadiness(readiness: readonly Readiness[], flags: RunFlags): void {
  if (flags.json) console.log(JSON.stringify(readiness, null, 2));
  else {
    for (const { suite, ready, broken } of readiness) {
      console.log(`${suite}: ready ${ready.join(', ') || '(none)'}`);
      if (broken.length > 0) console.log(`${suite}: not ready ${broken.join(', ')}`);
    }
  }
  if (readiness.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
}

function refuseOthers(suites: string[], command: Command): void {
  const fixed = [
    'category',
    'scenario',
    'subject',
    'profile',
    'load',
    'checkOnly',
    'profileCpu',
    'seed',
    'trialLimit',
  ].filter((flag) => command.getOptionValueSource(flag) === 'cli');
  if (suites.length === 0 && fixed.length === 0) return;
  throw new LabError('a resumed run keeps the choices it was started with', {
    exitCode: 2,
    remedy: 'give --resume <run> alone, or leave it out to start a new run',
  });
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= 0xffffffff) return seed;
  throw new InvalidArgumentError('expected a whole number from 0 to 4294967295');
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0 && seconds <= 86_400) return seconds;
  throw new InvalidArgumentError('expected seconds above 0 and at most 86400');
}
