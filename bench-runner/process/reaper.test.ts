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

/** Starts `code` under a reaper, kills the program that did, and waits for the pids it printed to end. */
async function killTheProgramThatStarted(code: string): Promise<number[]> {
  const reaper = JSON.stringify(fileURLToPath(new URL('./reaper.ts', import.meta.url)));
  const program = `
    import { spawn } from 'node:child_process';
    import { startReaper } from ${reaper};
    const started = spawn(process.execPath, ['-e', ${JSON.stringify(code)}], {
      detached: true,
      stdio: ['ignore', 'inherit', 'ignore'],
    });
    startReaper().watch(started.pid);
    setInterval(() => {}, 1_000);
  `;
  const parent = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [printed] = await once(parent.stdout, 'data');
  const pids = String(printed).trim().split(' ').map(Number);
  expect(pids.filter((pid) => !running(pid))).toEqual([]);
  parent.kill('SIGKILL');
  await until(() => !pids.some(running));
  return pids;
}

it('ends what was started when the program is killed with SIGKILL', async () => {
  const pids = await killTheProgramThatStarted(
    'require("node:fs").writeSync(1, String(process.pid)); for (;;) {}',
  );
  expect(pids.filter(running)).toEqual([]);
}, 30_000);

it.runIf(process.platform === 'linux')(
  'ends what that has started in groups of its own, as a database does',
  async () => {
    const busy = 'require("node:fs").writeSync(1, process.ppid + " " + process.pid); for (;;) {}';
    const pids = await killTheProgramThatStarted(`
      const options = { detached: true, stdio: ['ignore', 'inherit', 'ignore'] };
      require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(busy)}], options);
      setInterval(() => {}, 1000);
    `);
    expect(pids).toHaveLength(2);
    expect(pids.filter(running)).toEqual([]);
  },
  30_000,
);

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
