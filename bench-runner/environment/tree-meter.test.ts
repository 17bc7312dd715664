import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { meterTrees } from './tree-meter.ts';

const worker = `
  const burn = (ms) => { const from = process.cpuUsage(); let now; do { now = process.cpuUsage(from) } while (now.user + now.system < ms * 1000); };
  process.stdin.on('data', (text) => { burn(Number(text)); console.log('done'); });
`;

it('tells what processes used since, and nothing of what they used before or others use', async () => {
  const processes = [0, 1, 2].map(() =>
    spawn(process.execPath, ['-e', worker], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  try {
    const burn = async (index: number, ms: number) => {
      processes[index]?.stdin.write(String(ms));
      await once(processes[index]?.stdout as NodeJS.ReadableStream, 'data');
    };
    await burn(0, 300);
    const pids = processes.map(({ pid }) => pid ?? 0);
    const meter = await meterTrees(pids.slice(0, 2));
    await burn(0, 100);
    await burn(1, 150);
    await burn(2, 300);
    const seconds = await meter.cpuSeconds();
    expect(seconds).toBeGreaterThan(0.249);
    expect(seconds).toBeLessThan(0.25 + 0.15);
  } finally {
    for (const each of processes) each.kill('SIGKILL');
  }
}, 30_000);

it.runIf(process.platform === 'linux')(
  'sees less than a tick of the kernel’s clock',
  async () => {
    const child = spawn(process.execPath, ['-e', worker], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const burn = async (ms: number) => {
        child.stdin.write(String(ms));
        await once(child.stdout, 'data');
      };
      await burn(50);
      const meter = await meterTrees([child.pid ?? 0]);
      let before = 0;
      for (let round = 0; round < 10; round += 1) {
        await burn(2);
        const seconds = await meter.cpuSeconds();
        expect(seconds - before).toBeGreaterThan(0.0019);
        before = seconds;
      }
    } finally {
      child.kill('SIGKILL');
    }
  },
  30_000,
);
