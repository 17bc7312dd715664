import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReaper } from '../process/reaper.ts';
import { prepareSuite } from './prepared-suite.ts';
import { type NewRun, planRequest, type RunOptions } from './run-request.ts';
import { tellBroken, tellSkipped } from './tell-preparation.ts';

/**
 * Does everything that comes before the first trial, contracts included, and tells of what fails.
 *
 * @returns by suite: subjects that are ready, and those that break the contract.
 */
export async function checkOnly(request: NewRun, options: RunOptions): Promise<Readiness[]> {
  const { plan } = await planRequest(request, options);
  const folder = await mkdtemp(join(tmpdir(), 'lab-check-'));
  const reaper = startReaper();
  const readiness: Readiness[] = [];
  try {
    for (const planned of plan) {
      const suite = planned.suite.id;
      const prepared = await prepareSuite(planned, {
        folder,
        signal: options.signal,
        reaper,
        crossCheck: null,
        onStep: (what) => options.listener({ kind: 'preparing', suite, what }),
      });
      await prepared.load?.services.stop();
      tellSkipped(prepared, options.listener);
      tellBroken(prepared, prepared.broken, options.listener);
      const { unavailable, broken } = prepared;
      const subjects = new Set(planned.groups.flatMap((group) => group.subjects));
      readiness.push({
        suite,
        ready: [...subjects].filter((id) => !unavailable.has(id) && !broken.has(id)).sort(),
        broken: [...broken.keys()],
      });
    }
    return readiness;
  } finally {
    await reaper.end();
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Readiness {
  suite: string;
  ready: string[];
  broken: string[];
}
