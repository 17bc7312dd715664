import type { Case } from '../../../bench-runner/results/cases.ts';
import type { Coverage } from './page-data.ts';

/** What was measured and what was not, with reasons; skipped cases that share a reason stand together. */
export function coverageOf(cases: readonly Case[]): Coverage {
  const coverage: Coverage = { measured: 0, failed: [], skipped: [] };
  for (const one of cases) {
    if (one.status === 'measured') coverage.measured += 1;
    if (one.status === 'failed') {
      const { key, stage, message, detail } = one;
      coverage.failed.push({ key, stage, message, detail });
    }
    if (one.status === 'skipped') {
      const { key, reason, remedy } = one;
      const alike = coverage.skipped.find(
        (other) => other.reason === reason && other.remedy === remedy,
      );
      if (alike) alike.keys.push(key);
      else coverage.skipped.push({ reason, remedy, keys: [key] });
    }
  }
  return coverage;
}
