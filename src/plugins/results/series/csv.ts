import type { Series } from '../../../../bench-runner/results/cases.ts';
import type { ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { csvField } from '../samples-csv.ts';

const fixed = ['subject', 'block', 'position', 'role', 'start_seconds'];

/**
 * Every point of a scenario's series as CSV (RFC 4180): a line for each moment of each trial, with a
 * column for each thing that was followed, headed by its id and unit. Null where no trial kept any.
 */
export function seriesCsv(document: ResultDocument, scenarioId: string): string | null {
  const scenario = document.suite.scenarios.find(({ id }) => id === scenarioId);
  const axes = scenario?.axes.map(({ id }) => id) ?? [];
  const cases = document.cases.flatMap((one) =>
    one.status === 'measured' && one.scenario === scenarioId ? one : [],
  );
  const units = new Map<string, string>();
  for (const { trials } of cases) {
    for (const { series } of trials) {
      for (const [id, { unit }] of Object.entries(series ?? {})) units.set(id, unit);
    }
  }
  if (units.size === 0) return null;
  const followed = [...units].map(([id, unit]) => csvField(`${id} (${unit})`));
  let text = `${[...axes.map((axis) => `axis:${axis}`), ...fixed, ...followed].join(',')}\r\n`;
  for (const { parameters, subject, trials } of cases) {
    const given = axes.map((axis) => `${csvField(parameters[axis] ?? '')},`).join('');
    for (const { block, position, role, series } of trials) {
      if (!series) continue;
      const before = `${given}${subject},${block},${position},${role}`;
      for (const [start, values] of moments(series)) {
        const row = [...units.keys()].map((id) => values[id] ?? '');
        text += `${before},${start},${row.join(',')}\r\n`;
      }
    }
  }
  return text;
}

type Values = Record<string, number | null>;

/** The values of a trial's series by the moments at which their points begin, in order. */
function moments(series: Readonly<Record<string, Series>>): [number, Values][] {
  const known = new Map<number, Values>();
  for (const [id, { startSeconds, values }] of Object.entries(series)) {
    for (const [index, start] of startSeconds.entries()) {
      const at = known.get(start) ?? {};
      at[id] = values[index] ?? null;
      known.set(start, at);
    }
  }
  return [...known].sort(([a], [b]) => a - b);
}
