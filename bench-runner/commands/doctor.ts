import { Command } from 'commander';
import { diagnose } from '../environment/diagnosis.ts';
import { foreignCpuGate } from '../plan/profile-settings.ts';
import { formatDiagnosis } from './doctor-report.ts';
import { checkServices } from './doctor-services.ts';

/** `lab doctor`; the exit code is 1 if something needed is missing. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Say what this machine can measure, and what would help where it cannot.')
    .option('--json', 'print JSON on standard output')
    .addHelpText('after', '\nExample:\n  $ lab doctor --json')
    .action(async (flags: { json?: boolean }) => {
      const [machine, services] = await Promise.all([
        diagnose(process.cwd(), foreignCpuGate),
        checkServices(),
      ]);
      const diagnosis = { ...machine, checks: [...machine.checks, ...services] };
      const width = Math.min(process.stdout.columns || 80, 100);
      console.log(
        flags.json ? JSON.stringify(diagnosis, null, 2) : formatDiagnosis(diagnosis, width),
      );
      if (!diagnosis.ready) process.exitCode = 1;
    });
}
