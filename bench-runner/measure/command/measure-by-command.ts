import { CommandError } from '../../process/command-error.ts';
import { type CommandResult, runCommand } from '../../process/run-command.ts';
import type { Samples } from '../../results/samples.ts';
import { median } from '../../statistics/median.ts';
import { type BenchmarkLine, type BenchmarkOutput, parseGoBench } from './go-bench.ts';

import { goPattern } from './go-pattern.ts';

export interface CommandMeasurement {
  /**
   * Program and arguments. In an argument, `{benchmark}` stands for the benchmark's name and
   * `{go-pattern}` for what `go test -bench` needs to run that benchmark alone.
   */
  command: readonly string[];
  cwd: string;
  /** Name of the benchmark as the program prints it, with or without the `-8` of GOMAXPROCS. */
  benchmark: string;
  format: 'go-bench';
  /** Wall-clock bound in ms. */
  timeoutMs: number;
  signal?: AbortSignal;
  onStart?: (pid: number) => void;
}

const parsers: Readonly<Record<CommandMeasurement['format'], (text: string) => BenchmarkOutput>> = {
  'go-bench': parseGoBench,
};

/** Nothing is fetched while measuring: a toolchain or a module that is missing is an error. */
const offline = { GOPROXY: 'off', GOTOOLCHAIN: 'local' };

const linesShown = 12;

/**
 * Runs a foreign program and reads a benchmark's samples from what it prints on standard output, by
 * metric id. Where it prints the benchmark several times (`-count`), a sample is the median of the
 * lines: repetitions in one process are one trial.
 * @throws Error that says what to change if the program fails, does not end in time, or does not
 * print the benchmark. CommandError with code `aborted` after the signal.
 */
export async function measureByCommand(measurement: CommandMeasurement): Promise<Samples> {
  const { benchmark, format, cwd, timeoutMs, signal, onStart } = measurement;
  const command = measurement.command.map((argument) =>
    argument
      .replaceAll('{benchmark}', () => benchmark)
      .replaceAll('{go-pattern}', () => goPattern(benchmark)),
  );
  if (command.length === 0) {
    throw new Error(
      'The subject has no command. Add "command": ["program", "argument"] to its subject.json.',
    );
  }
  const shown = command.join(' ');
  const result = await runInTime(command, shown, { cwd, timeoutMs, signal, onStart });
  const output = parsers[format](result.stdout);
  if (result.exitCode !== 0 || output.failures.length > 0) {
    throw new Error(failureOf(shown, result, output));
  }
  if (result.truncated) {
    throw new Error(
      `"${shown}" printed more than 4 million characters. Have it print results only.`,
    );
  }
  const lines = linesOf(benchmark, output.lines);
  if (lines.length === 0) throw new Error(notPrinted(benchmark, shown, output, result));
  const samples = samplesOf(lines);
  if (Object.keys(samples).length === 0) {
    throw new Error(`"${shown}" printed "${benchmark}" without any finite value.`);
  }
  return samples;
}

async function runInTime(
  command: readonly string[],
  shown: string,
  options: Parameters<typeof runCommand>[1],
): Promise<CommandResult> {
  try {
    return await runCommand(command, { ...options, env: offline });
  } catch (error) {
    if (!(error instanceof CommandError) || error.code !== 'timed-out') throw error;
    throw new Error(
      `"${shown}" did not end within ${(options?.timeoutMs ?? 0) / 1000} s and was ended. Shorten it (for go test: -benchtime=200ms, a narrower -bench) or choose a longer profile.${quote(error.stdout + error.stderr)}`,
      { cause: error },
    );
  }
}

/** Lines of a benchmark: those with exactly that name, or else those that differ by the suffix. */
function linesOf(benchmark: string, lines: readonly BenchmarkLine[]): BenchmarkLine[] {
  const exact = lines.filter((line) => line.name === benchmark);
  return exact.length > 0 ? exact : lines.filter((line) => line.baseName === benchmark);
}

function samplesOf(lines: readonly BenchmarkLine[]): Samples {
  const metrics = new Set(lines.flatMap((line) => Object.keys(line.values)));
  const samples: Samples = {};
  for (const metric of metrics) {
    samples[metric] = median(
      lines.map((line) => line.values[metric]).filter((value) => value !== undefined),
    );
  }
  return samples;
}

function failureOf(shown: string, result: CommandResult, output: BenchmarkOutput): string {
  const both = `${result.stdout}\n${result.stderr}`;
  const remedy = /module lookup disabled by GOPROXY=off/.test(both)
    ? ' Its modules are missing, and none are fetched while measuring: run "go mod download" in its folder, or vendor them.'
    : /requires go >= |GOTOOLCHAIN=local/.test(both)
      ? ' It needs another version of Go, and none is fetched while measuring: install it, or lower the version in go.mod.'
      : '';
  const what =
    result.exitCode === 0
      ? `reported a failure: ${output.failures[0]}.`
      : `ended with exit code ${result.exitCode}.`;
  return `"${shown}" ${what}${remedy}${quote(both)}`;
}

function notPrinted(
  benchmark: string,
  shown: string,
  output: BenchmarkOutput,
  result: CommandResult,
): string {
  const seen = [...new Set(output.lines.map((line) => line.baseName))];
  if (seen.length === 0) {
    return `"${shown}" printed no benchmark. Expected a line such as "${benchmark} 1000 1234 ns/op".${quote(`${result.stdout}\n${result.stderr}`)}`;
  }
  const names = seen.slice(0, 20).join(', ');
  const more = seen.length > 20 ? ` and ${seen.length - 20} more` : '';
  return `"${shown}" did not print "${benchmark}". It printed ${names}${more}. Make the scenario's benchmark() return one of these, or the command select it.`;
}

/** The last lines of an output, set off for a message; nothing for an empty one. */
function quote(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return '';
  const last = lines.slice(-linesShown).map((line) => line.slice(0, 300));
  return ` It printed last:\n${last.join('\n')}`;
}
