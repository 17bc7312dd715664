import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../process/run-command.ts';
import type { Allocation } from './allocation.ts';
import { bundleModules } from './bundle.ts';

const probe = fileURLToPath(new URL('./testing/allocation-probe.ts', import.meta.url));

describe('measureAllocation', () => {
  let counted: Record<string, Allocation & { largestRound?: number }>;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lab-allocation-'));
    const bundle = await bundleModules([probe], folder);
    const program = fileURLToPath(bundle.moduleOf(probe));
    // On a busy machine the compiler's thread may finish late; the test wants optimised code.
    const flags = ['--expose-gc', '--no-concurrent-recompilation'];
    const { stdout } = await runCommand([process.execPath, ...flags, program], {
      timeoutMs: 60_000,
    });
    counted = JSON.parse(stdout);
    await rm(folder, { recursive: true });
  }, 90_000);

  it('counts nothing for an operation that allocates nothing', () => {
    expect(counted.nothing?.heapBytes).toBeLessThan(1);
    expect(counted.nothing?.arrayBufferBytes).toBe(0);
  });

  it('counts an object with two small-integer fields', () => {
    // Map, properties, elements and at least two fields of 8 bytes (4 with pointer compression).
    expect(counted.object?.heapBytes).toBeGreaterThanOrEqual(20);
    expect(counted.object?.heapBytes).toBeLessThanOrEqual(64);
    expect(counted.object?.arrayBufferBytes).toBe(0);
  });

  it('counts ArrayBuffers, which lie outside the heap', () => {
    expect(counted.arrayBuffer?.arrayBufferBytes).toBe(10_000);
    expect(counted.concatenation?.arrayBufferBytes).toBe(65_545);
  });

  it('gives no round more operations than it may have', () => {
    expect(counted['at most ten']?.largestRound).toBeGreaterThan(0);
    expect(counted['at most ten']?.largestRound).toBeLessThanOrEqual(10);
  });

  it('sees nothing where results are dropped: without the sink the engine removes the work', () => {
    expect(counted['object dropped']?.heapBytes).toBeLessThan(1);
  });
});
