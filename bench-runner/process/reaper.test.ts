import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readProcess } from './process-table.ts';
import { startReaper } from './reaper.ts';

const running = (pid: number) => {
  const state = readProcess(pid)?.state;
  return state !== undefined && state !== 'Z';
};

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !condition(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('ends what was started when the program is killed with SIGKILL', async () => {
  const reaper = JSON.stringify(fileURLToPath(new URL('./reaper.ts', import.meta.url)));
  const program = `
    import { spawn } from 'node:child_process';
    import { startReaper } from ${reaper};
    const busy = spawn(process.execPath, ['-e', 'for (;;) {}'], { detached: true, stdio: 'ignore' });
    startReaper().watch(busy.pid);
    setTimeout(() => console.log(busy.pid), 200);
    setInterval(() => {}, 1_000);
  `;
  const parent = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [printed] = await once(parent.stdout, 'data');
  const pid = Number(String(printed));
  expect(running(pid)).toBe(true);
  parent.kill('SIGKILL');
  await until(() => !running(pid));
  expect(running(pid)).toBe(false);
}, 30_000);

it('leaves alone what was released', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    detached: true,
    stdio: 'ignore',
  });
  const pid = child.pid ?? 0;
  const reaper = startReaper();
  reaper.watch(pid);
  reaper.release(pid);
  await reaper.end();
  expect(running(pid)).toBe(true);
  child.kill('SIGKILL');
}, 30_000);
