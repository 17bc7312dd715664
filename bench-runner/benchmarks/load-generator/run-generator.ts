import { join } from 'node:path';
import { build } from 'esbuild';
import type { LoadOptions } from '../../load/run-load.ts';
import { runCommand } from '../../process/run-command.ts';

export interface GeneratorOrder {
  /** Null to wait for arrivals without sending anything. */
  url: string | null;
  load: LoadOptions['plan']['load'];
  warmUpMs: number;
  measureMs: number;
}

/** What the generator's process measured; latencies in µs. */
export interface Generated {
  requests: number;
  errors: number;
  late: number;
  seconds: number;
  cpuSeconds: number;
  p50: number;
  p99: number;
  /** Rate × mean latency over requests in flight: 1 where all were counted. */
  littlesLaw: number;
}

/** Bundles the generator as a run of the lab does, without a loader that costs time. */
export async function bundleGenerator(folder: string): Promise<string> {
  const outfile = join(folder, 'generate.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'generate.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    banner: {
      js: "import { createRequire as labCreateRequire } from 'node:module'; const require = labCreateRequire(import.meta.url);",
    },
  });
  return outfile;
}

/** @throws Error with the end of its output where it fails. */
export async function generate(
  program: string,
  launcher: readonly string[],
  order: GeneratorOrder,
): Promise<Generated> {
  const { exitCode, stdout, stderr } = await runCommand(
    [...launcher, process.execPath, program, JSON.stringify(order)],
    { timeoutMs: order.warmUpMs + order.measureMs + 60_000 },
  );
  if (exitCode !== 0) throw new Error(`the generator failed:\n${stderr.slice(-2000)}`);
  return JSON.parse(stdout) as Generated;
}
