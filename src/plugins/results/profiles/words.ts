import { formatNumber } from '../../../../bench-runner/results/format.ts';
import type { ProfiledCase } from './types.ts';

/** What profiles are and are not; the same on live and archived pages. */
export const aboutProfiles =
  'Where the time of a case goes: one more trial of it was taken after the measured ones, and the engine noted at short intervals which function ran. That slows down what runs, so the times tell shares and are no results.';

/** The heading of a case's profile. */
export function profileTitle({ subject, parameters }: ProfiledCase): string {
  return parameters === '' ? subject : `${subject}: ${parameters}`;
}

/** Share of all processors from which other work is worth a word, as trials are taken anew from it. */
const disturbingShare = 0.1;

/** How much a profile rests on, and how much of it is left out. */
export function profileFacts(of: ProfiledCase): string {
  const { samples, totalMs, pruned, foreignCpuShare } = of;
  const sentences = [`${formatNumber(samples)} samples in ${formatMs(totalMs)}.`];
  if (pruned.nodes > 0) {
    const calls = pruned.nodes === 1 ? '1 call' : `${formatNumber(pruned.nodes)} calls`;
    const share = formatShare(pruned.selfMs, totalMs);
    sentences.push(`Left out as too small: ${calls}, ${share} of the time.`);
  }
  if (foreignCpuShare > disturbingShare) {
    const share = formatShare(foreignCpuShare, 1);
    sentences.push(`Other work used ${share} of the processors meanwhile, so times are stretched.`);
  }
  return sentences.join(' ');
}

export function formatMs(ms: number): string {
  return `${formatNumber(ms)} ms`;
}

/** Such as `41.2 %`. */
export function formatShare(part: number, whole: number): string {
  return `${formatNumber(whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 10)} %`;
}
