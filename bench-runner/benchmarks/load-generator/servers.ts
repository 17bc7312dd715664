import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endOnExit } from '../../process/registry.ts';

export interface TestServer {
  url: string;
  end(): void;
}

/** Starts a server on node:http that stalls for so many ms every second; 0 for never. */
export async function startServer(
  launcher: readonly string[],
  stallMs: number,
): Promise<TestServer> {
  const program = join(import.meta.dirname, 'server-program.mjs');
  const [command = process.execPath, ...args] = [
    ...launcher,
    process.execPath,
    program,
    String(stallMs),
  ];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const forget = endOnExit(child.pid ?? 0);
  const port = await firstLine(child);
  return {
    url: `http://127.0.0.1:${port}`,
    end: () => {
      child.kill('SIGKILL');
      forget();
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output');
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => {
      throw new Error('the server ended before it listened');
    }),
  ]);
  return line;
}
