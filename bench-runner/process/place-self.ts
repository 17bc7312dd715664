import { readFileSync } from 'node:fs';
import { runCommand } from './run-command.ts';

let everywhere: string | undefined;
let current: string | undefined;

/**
 * Keeps this program on some processors, such as `1-3`, or lets it back to all it may use. What it
 * starts afterwards is kept there too, unless it is placed itself. Linux with `taskset`; elsewhere
 * nothing happens.
 */
export async function placeSelf(processors: string | undefined): Promise<void> {
  if (process.platform !== 'linux') return;
  everywhere ??= /^Cpus_allowed_list:\s*(.+)$/m.exec(
    readFileSync('/proc/self/status', 'latin1'),
  )?.[1];
  const wanted = processors ?? everywhere;
  if (wanted === undefined || wanted === (current ?? everywhere)) return;
  await runCommand(['taskset', '-a', '-c', '-p', wanted, String(process.pid)], {
    timeoutMs: 10_000,
  });
  current = wanted;
}
