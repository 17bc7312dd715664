import { Command, CommanderError } from 'commander';
import { citeCommand } from './commands/cite.ts';
import { doctorCommand } from './commands/doctor.ts';
import { LabError } from './commands/lab-error.ts';
import { listCommand } from './commands/list.ts';
import { publishCommand } from './commands/publish.ts';
import { runCommand } from './commands/run.ts';
import { runsCommand } from './commands/runs.ts';
import { showCommand } from './commands/show.ts';
import { verifyCommand } from './commands/verify.ts';
import { DeclarationError } from './discovery/declaration.ts';
import { SelectionError } from './execute/select-suites.ts';
import { NameError } from './results/stored-name.ts';

/** The whole command line; also what the documentation's page of it is generated from. */
export function labProgram(): Command {
  const program = new Command('lab')
    .description('Runs benchmark suites, and publishes, cites and verifies their results.')
    .configureHelp({ helpWidth: Math.min(process.stdout.columns ?? 80, 100) })
    .showHelpAfterError('(add --help for usage)')
    .addHelpText(
      'after',
      `
Example:
  $ lab run multiplexer --profile quick
  $ lab show next/multiplexer

Exit codes: 0 done, 1 a check failed, 2 wrong usage, 3 some cases failed,
130 interrupted (resumable).`,
    );
  const commands = [
    listCommand(),
    doctorCommand(),
    runCommand(),
    runsCommand(),
    showCommand(),
    publishCommand(),
    citeCommand(),
    verifyCommand(),
  ];
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program));
  return program;
}

/**
 * Runs the command line.
 *
 * @returns The exit code: 0 done, 1 a check failed, 2 wrong usage, 3 some cases failed, 130
 *   interrupted.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const program = labProgram();
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const known = explain(error);
    if (!known) throw error;
    console.error(`lab: ${known.message}`);
    if (known.remedy) console.error(`     ${known.remedy}`);
    return known.exitCode;
  }
}

/** Errors that are the user's to mend, with what would; undefined for faults of the program. */
function explain(error: unknown): LabError | undefined {
  if (error instanceof LabError) return error;
  if (error instanceof SelectionError) {
    return new LabError(error.message, { exitCode: 2, remedy: error.remedy });
  }
  if (error instanceof DeclarationError || error instanceof NameError) {
    return new LabError(error.message, { exitCode: 2 });
  }
  return undefined;
}
