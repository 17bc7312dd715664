import type { CpuProfile } from '../cpu-profile.ts';

/**
 * A small valid CPU profile for tests: 1,000 samples in 200 ms, of which 5 in 1 ms were pruned. Its
 * figures are made up, and it must never be published.
 */
export function exampleProfile(): CpuProfile {
  return {
    takenAt: '2026-11-20T09:35:59.000Z',
    intervalMicros: 200,
    foreignCpuShare: 0.01,
    samples: 1_000,
    functions: [
      { name: '(root)', source: null, line: null },
      { name: 'runTrial', source: 'bench-runner/measure/in-process/run-trial.ts', line: 20 },
      { name: 'append', source: 'bench-runner/suites/example/subjects/plain/index.ts', line: 12 },
      { name: 'checksum', source: 'checksum-package/lib/crc32.js', line: 7 },
      { name: 'writeSync', source: 'node:fs', line: 920 },
      { name: '(garbage collector)', source: null, line: null },
    ],
    nodes: [
      { parent: null, function: 0, selfMs: 0, totalMs: 200, samples: 0 },
      { parent: 0, function: 1, selfMs: 9, totalMs: 170, samples: 45 },
      { parent: 1, function: 2, selfMs: 40, totalMs: 160, samples: 200 },
      { parent: 2, function: 4, selfMs: 80, totalMs: 80, samples: 400 },
      { parent: 2, function: 3, selfMs: 30, totalMs: 40, samples: 150 },
      { parent: 4, function: 3, selfMs: 10, totalMs: 10, samples: 50 },
      { parent: 0, function: 5, selfMs: 30, totalMs: 30, samples: 150 },
    ],
    pruned: { nodes: 3, selfMs: 1, samples: 5 },
  };
}
