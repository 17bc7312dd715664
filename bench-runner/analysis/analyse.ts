import type { Case } from '../results/cases.ts';
import { derivedSeed } from '../statistics/derived-seed.ts';
import { aggregateCaveats } from './aggregate-caveats.ts';
import { caseCaveats } from './case-caveats.ts';
import { caseGroups } from './case-groups.ts';
import { compareGroup } from './compare-group.ts';
import type { Analysis, RawCase, RawDocument } from './raw-document.ts';
import { scenarioTables } from './scenario-tables.ts';
import { summarise } from './summarise.ts';

/**
 * Everything that follows from what was measured: summaries and caveats of cases, groups with their
 * comparisons, the tables every scenario gets, and the caveats of the document. The same document
 * gives the same result, digit for digit, on every machine; what it already holds of these is
 * not looked at.
 *
 * @throws Error where a sample cannot be read, with the key of its case.
 */
export function analyse(raw: RawDocument): Analysis {
  const cases = raw.cases.map((one) => analyseCase(one, raw));
  const groups = caseGroups({ suite: raw.suite, cases }).map((group) =>
    compareGroup(group, raw.run.seed),
  );
  const { run, environment, suite } = raw;
  return {
    cases,
    groups,
    tables: scenarioTables({ run, environment, suite, cases, groups }),
    caveats: aggregateCaveats(cases, raw),
  };
}

function analyseCase(one: RawCase, { run, environment, suite }: RawDocument): Case {
  if (one.status !== 'measured') return one;
  try {
    const summaries = summarise(
      one.trials,
      suite.metrics,
      derivedSeed(run.seed, `percentiles/${one.key}`),
    );
    const caveats = caseCaveats(
      { trials: one.trials, summaries, caveats: one.caveats ?? [] },
      {
        foreignCpuGate: run.foreignCpuGate,
        memoryLimitBytes: environment.cgroup.memoryLimitBytes,
      },
    );
    return { ...one, summaries, caveats };
  } catch (cause) {
    throw new Error(`The case ${one.key}: ${(cause as Error).message}`, { cause });
  }
}
