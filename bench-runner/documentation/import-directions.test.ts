import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../process/run-command.ts';
import { projectRoot } from './testing/checkout-copy.ts';

/** A file, what it imports, and whether that follows the direction of docs/architecture.md. */
const imports: [file: string, specifier: string, allowed: boolean][] = [
  ['bench-runner/statistics/a.ts', '../results/schema.ts', false],
  ['bench-runner/statistics/b.ts', './median.ts', true],
  ['bench-runner/results/citation/a.ts', '../../analysis/analyse.ts', false],
  ['bench-runner/results/citation/b.ts', '../schema.ts', true],
  ['bench-runner/analysis/a.ts', '../execute/run.ts', false],
  ['bench-runner/analysis/b.ts', '../statistics/median.ts', true],
  ['bench-runner/suites/one/subjects/a/index.ts', '../../../../measure/timer.ts', false],
  ['bench-runner/suites/one/subjects/b/index.ts', '../../../../define/suite.ts', true],
  ['bench-runner/suites/one/scenarios/a.ts', '../../../load/run-load.ts', false],
  ['bench-runner/suites/one/scenarios/b.ts', '../load/users.ts', true],
  ['bench-runner/load/a.ts', '../measure/http-load/generator.ts', false],
  ['bench-runner/load/cross-check/b.ts', '../../process/run-command.ts', true],
  ['bench-runner/measure/http-load/a.ts', '../../load/run-load.ts', true],
  ['bench-runner/define/a.ts', '../load/run-load.ts', false],
  ['bench-runner/commands/a.ts', '../suites/one/suite.ts', false],
  ['bench-runner/cli.ts', './suites/one/suite.ts', false],
  ['bench-runner/services/one/a.ts', '../../environment/check.ts', false],
  ['bench-runner/services/one/b.ts', '../../process/start-process.ts', true],
  ['bench-runner/measure/a.ts', '../services/one/service.ts', false],
  ['bench-runner/discovery/a.ts', '../services/one/service.ts', false],
  ['bench-runner/plan/a.ts', 'zx', false],
  ['bench-runner/execute/a.ts', 'zx/core', false],
  ['bench-runner/process/a.ts', 'zx/core', true],
  ['src/components/A/a.ts', '../../../bench-runner/statistics/median.ts', false],
  ['src/components/A/b.ts', '../../../bench-runner/results/schema.ts', true],
  ['docusaurus.config.ts', './bench-runner/cli.ts', false],
];

it('reports an import against the direction of the architecture, and no other', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lab-lint-'));
  try {
    for (const file of ['biome.json', '.gitignore']) {
      await copyFile(join(projectRoot, file), join(folder, file));
    }
    for (const [file, specifier] of imports) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), `export * from '${specifier}';\n`);
    }
    const { stdout } = await runCommand(
      [
        join(projectRoot, 'node_modules/.bin/biome'),
        'lint',
        '--only=style/noRestrictedImports',
        '--max-diagnostics=none',
        '--reporter=github',
      ],
      { cwd: folder },
    );
    const reported = [...stdout.matchAll(/noRestrictedImports,file=([^,]+),/g)].map(
      // The whole path, of which the temporary folder may have more than one.
      ([, path]) => imports.find(([file]) => path?.endsWith(`/${file}`))?.[0],
    );
    const refused = imports.filter(([, , allowed]) => !allowed).map(([file]) => file);
    expect(reported.toSorted()).toEqual(refused.toSorted());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
