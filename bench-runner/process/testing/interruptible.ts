/** A program for the tests of interrupts: starts a stubborn process, then waits as told. */
import { handleInterrupts } from '../interrupt.ts';
import { runCommand } from '../run-command.ts';

const [mode = 'obedient'] = process.argv.slice(2);
const stubborn = `process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000)`;

const interrupt =
  mode === 'unhandled'
    ? undefined
    : handleInterrupts({ exitAfterMs: mode === 'busy' ? 300 : 2_000 });
if (mode === 'busy' || mode === 'stuck') setInterval(() => {}, 1_000);

try {
  await runCommand([process.execPath, '-e', stubborn], {
    signal: mode === 'obedient' ? interrupt?.signal : undefined,
    graceMs: 50,
    onLine: (line) => {
      console.log(`started ${line}`);
      if (mode === 'crash') setTimeout(() => Promise.reject(new Error('an accident')), 10);
    },
  });
} catch (error) {
  console.log(`ended: ${(error as Error).message}`);
  process.exitCode = 130;
}
interrupt?.dispose();
