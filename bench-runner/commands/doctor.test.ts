import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { Environment } from '../results/environment.ts';
import { doctorCommand } from './doctor.ts';

const module = pathToFileURL(join(import.meta.dirname, 'doctor.ts')).href;
const tsx = import.meta.resolve('tsx');

function doctor(folder: string, ...flags: string[]) {
  const program = `import { doctorCommand } from ${JSON.stringify(module)};
    await doctorCommand().parseAsync(${JSON.stringify(flags)}, { from: 'user' });`;
  return spawnSync(process.execPath, ['--import', tsx, '--input-type=module', '--eval', program], {
    cwd: folder,
    encoding: 'utf8',
  });
}

test('with --json prints one document, and leaves nothing behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const { status, stdout, stderr } = doctor(folder, '--json');
  const diagnosis = JSON.parse(stdout);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(diagnosis.ready).toBe(true);
  expect(Environment.parse(diagnosis.environment)).toEqual(diagnosis.environment);
  expect(diagnosis.checks.map((check: { id: string }) => check.id)).toEqual(
    expect.arrayContaining(['node', 'cores', 'timer', 'cgroup', 'foreign-cpu', 'disk', 'wrk']),
  );
  expect(readdirSync(folder)).toEqual([]);
}, 30_000);

test('shows an example in its help', () => {
  let help = '';
  doctorCommand()
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
    })
    .outputHelp();
  expect(help).toContain('$ lab doctor --json');
});
