import { resolve } from 'node:path';

/**
 * The folder that holds `static/results` (published versions) and `.lab/runs` (local runs): the
 * project itself, or the folder named by LAB_RESULTS_ROOT, from which test and benchmark builds
 * take documents that are no published results.
 */
export function resultsRoot(siteDir: string): string {
  const override = process.env.LAB_RESULTS_ROOT;
  return override ? resolve(override) : siteDir;
}
