import { describe, expect, test } from 'vitest';
import type { Check } from '../environment/check.ts';
import type { Diagnosis } from '../environment/diagnosis.ts';
import { formatDiagnosis } from './doctor-report.ts';

function check(id: string, more: Partial<Check> = {}): Check {
  return {
    id,
    title: id,
    group: 'machine',
    status: 'ok',
    needed: false,
    finding: 'as it should be',
    remedy: null,
    ...more,
  };
}

const wrk = check('wrk', {
  group: 'programs',
  status: 'missing',
  finding: 'for cross-checks of the HTTP load generator',
  remedy: 'apt-get install wrk',
});
const powersave = check('CPU governor', {
  status: 'notice',
  finding: 'powersave',
  remedy: 'sudo cpupower frequency-set --governor performance',
});
const readOnly = check('Runs', { status: 'missing', needed: true, finding: '.lab/runs' });
const report = (checks: Check[], width: number) =>
  formatDiagnosis(
    { checks, ready: !checks.includes(readOnly), environment: {} as Diagnosis['environment'] },
    width,
  );

describe('the report of lab doctor', () => {
  test('stands in columns on a wide terminal', () => {
    expect(report([check('Cores'), powersave, wrk], 80)).toBe(`Machine
  ok       Cores         as it should be
  notice   CPU governor  powersave
                         → sudo cpupower frequency-set --governor performance

Programs (none of them is needed)
  missing  wrk  for cross-checks of the HTTP load generator
                → apt-get install wrk

Ready to measure, with 1 notice above.`);
  });

  test('stands in one column on a narrow terminal', () => {
    expect(report([powersave, wrk], 36)).toBe(`Machine
  notice  CPU governor: powersave
    → sudo cpupower frequency-set
      --governor performance

Programs (none of them is needed)
  missing  wrk: for cross-checks of
    the HTTP load generator
    → apt-get install wrk

Ready to measure, with 1 notice
above.`);
  });

  test.each([28, 40, 59, 60, 72, 100])('has no line above %i columns', (width) => {
    const lines = report([check('Cores'), powersave, readOnly, wrk], width).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  test('says what is needed and missing', () => {
    const text = report([check('Cores'), readOnly], 80);
    expect(text).toContain('  NEEDED   Runs   .lab/runs');
    expect(text).toMatch(/\nNot ready to measure\. See what is marked NEEDED: Runs\.$/);
  });
});
