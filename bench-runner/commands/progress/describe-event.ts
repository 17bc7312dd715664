import type { RunEvent } from '../../execute/events.ts';

/** The line an event is worth by itself, wherever progress is shown; null for the others. */
export function describeEvent(event: RunEvent): string | null {
  switch (event.kind) {
    case 'started': {
      const resumed = event.resumedTrials > 0 ? `, ${event.resumedTrials} of them done before` : '';
      return `run ${event.runId}: ${event.suites.join(', ')}, ${event.trials} trials${resumed}`;
    }
    case 'preparing':
      return `${event.suite}: ${event.what}`;
    case 'skipped': {
      const remedy = event.remedy ? `\n  what would help: ${event.remedy}` : '';
      return `${event.suite}: skipping ${event.subject}: ${event.reason}${remedy}`;
    }
    case 'failed':
      return `${event.key}: failed at stage ${event.stage}: ${event.message}`;
    case 'profiling':
      return `${event.key}: taking a CPU profile, ${event.number} of ${event.of}`;
    case 'unprofiled':
      return `${event.key}: no CPU profile: ${event.reason}`;
    case 'saved':
      return `${event.suite}: saved ${event.file}`;
    default:
      return null;
  }
}
