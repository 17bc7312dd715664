import type { ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { csvField } from '../samples-csv.ts';

const fixed = ['subject', 'block', 'position', 'role', 'series', 'unit', 'start_seconds', 'value'];

/**
 * Every point of a scenario's series as CSV (RFC 4180), a line for each point of each trial; null
 * where no trial kept any. A point without a value has an empty field.
 */
export function seriesCsv(document: ResultDocument, scenarioId: string): string | null {
  const scenario = document.suite.scenarios.find(({ id }) => id === scenarioId);
  const axes = scenario?.axes.map(({ id }) => id) ?? [];
  const heading = `${[...axes.map((axis) => `axis:${axis}`), ...fixed].join(',')}\r\n`;
  let text = heading;
  for (const one of document.cases) {
    if (one.status !== 'measured' || one.scenario !== scenarioId) continue;
    const parameters = axes.map((axis) => `${csvField(one.parameters[axis] ?? '')},`).join('');
    for (const { block, position, role, series } of one.trials) {
      for (const [id, { unit, startSeconds, values }] of Object.entries(series ?? {})) {
        const before = `${parameters}${one.subject},${block},${position},${role},${id},${csvField(unit)}`;
        for (const [index, start] of startSeconds.entries()) {
          text += `${before},${start},${values[index] ?? ''}\r\n`;
        }
      }
    }
  }
  return text === heading ? null : text;
}
