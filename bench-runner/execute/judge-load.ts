import { errorsOf } from '../caveats/observed-load.ts';
import type { LoadReport } from '../measure/http-load/protocol.ts';

/** Above this share of wrong answers it is not the scenario's work that was timed. */
const wrongAnswersGate = 0.01;

/** Why a load is no measurement at all; null where it is one, if perhaps with caveats. */
export function judgeLoad(report: LoadReport): string | null {
  const errors = errorsOf(report);
  if (report.requests === 0 || errors > report.requests) {
    const kinds = Object.entries(report.errors).map(([kind, count]) => `${count} ${kind}`);
    return `of ${report.requests + errors} requests ${report.requests} succeeded: ${kinds.join(', ') || 'none was answered'}`;
  }
  if (report.checked > 0 && report.wrongAnswers / report.checked > wrongAnswersGate) {
    return `${report.wrongAnswers} of ${report.checked} answers looked at were wrong; the first: ${report.firstWrongAnswer}`;
  }
  return null;
}
