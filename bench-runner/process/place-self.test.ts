import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { expandProcessorList, planPlacement } from './placement.ts';
import { runCommand } from './run-command.ts';

const program = `
  import { readFileSync } from 'node:fs';
  import { placeSelf } from './bench-runner/process/place-self.ts';
  const allowed = () => /^Cpus_allowed_list:\\s*(.+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  const first = allowed();
  await placeSelf(process.argv[1]);
  const placed = allowed();
  await placeSelf(undefined);
  console.log(JSON.stringify({ first, placed, last: allowed() }));
`;

it.runIf(process.platform === 'linux' && availableParallelism() > 1)(
  'keeps the program where it is told, and lets it back',
  async () => {
    const others = (await planPlacement())?.others ?? '';
    const { stdout, stderr } = await runCommand([
      process.execPath,
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      program,
      others,
    ]);
    const { first, placed, last } = JSON.parse(stdout || `{"error":${JSON.stringify(stderr)}}`);
    expect(expandProcessorList(placed)).toEqual(expandProcessorList(others));
    expect(last).toBe(first);
  },
  30_000,
);
