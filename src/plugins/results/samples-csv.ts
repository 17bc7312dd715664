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
  const lines: (string | number | null)[][] = [
    [...axes.map((axis) => `axis:${axis}`), ...fixed, ...measured, ...resources],
  ];
  for (const one of document.cases) {
    if (one.status !== 'measured' || one.scenario !== scenarioId) continue;
    const parameters = axes.map((axis) => one.parameters[axis] ?? null);
    for (const trial of one.trials) {
      const { block, position, role, startedAt, durationMs, retakes } = trial;
      const { cpuSeconds, peakResidentBytes, foreignCpuShare, stealShare } = trial.resources;
      for (const [metric, sample] of Object.entries(trial.samples)) {
        const [value, count, histogram] =
          typeof sample === 'number'
            ? [sample, null, null]
            : [null, sample.count, sample.histogram];
        lines.push([
          ...parameters,
          ...[one.subject, block, position, role, startedAt, durationMs, retakes],
          ...[metric, unitOf.get(metric) ?? null, value, count, histogram],
          ...[cpuSeconds, peakResidentBytes, foreignCpuShare, stealShare],
        ]);
      }
    }
  }
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
