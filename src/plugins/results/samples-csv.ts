import type { ResultDocument } from '../../../bench-runner/results/schema.ts';

const fixed = ['subject', 'block', 'position', 'role', 'started_at', 'duration_ms', 'retakes'];
const measured = ['metric', 'unit', 'value', 'count', 'histogram'];
const resources = ['cpu_seconds', 'peak_resident_bytes', 'foreign_cpu_share', 'steal_share'];

/**
 * Every sample of a scenario's trials as CSV (RFC 4180), a line for each metric of each trial.
 * A histogram stands in its compressed Base64 encoding beside the number of values it holds.
 */
export function samplesCsv(document: ResultDocument, scenarioId: string): string {
  const scenario = document.suite.scenarios.find(({ id }) => id === scenarioId);
  const axes = scenario?.axes.map(({ id }) => id) ?? [];
  const unitOf = new Map(document.suite.metrics.map(({ id, unit }) => [id, unit]));
  const heading = [...axes.map((axis) => `axis:${axis}`), ...fixed, ...measured, ...resources];
  let text = `${heading.join(',')}\r\n`;
  for (const one of document.cases) {
    if (one.status !== 'measured' || one.scenario !== scenarioId) continue;
    const parameters = axes.map((axis) => `${csvField(one.parameters[axis] ?? '')},`).join('');
    for (const trial of one.trials) {
      const { block, position, role, startedAt, durationMs, retakes } = trial;
      const { cpuSeconds, peakResidentBytes, foreignCpuShare, stealShare } = trial.resources;
      const before = `${parameters}${one.subject},${block},${position},${role},${startedAt},${durationMs},${retakes}`;
      const after = `${cpuSeconds},${peakResidentBytes},${foreignCpuShare},${stealShare ?? ''}`;
      for (const metric in trial.samples) {
        const sample = trial.samples[metric];
        if (sample === undefined) continue;
        const told =
          typeof sample === 'number' ? `${sample},,` : `,${sample.count},${sample.histogram}`;
        text += `${before},${metric},${csvField(unitOf.get(metric) ?? '')},${told},${after}\r\n`;
      }
    }
  }
  return text;
}

/** A field of CSV, quoted where it has to be. */
export function csvField(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
