import type { MeasuredSuite } from '../../../define/suite.ts';
import { groupsOf, inverse, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { listed, titleOf } from '../../../define/tables/titles.ts';
import { formatNumber } from '../../../results/format.ts';
import type { Answer } from '../../../results/schema.ts';
import { baseline } from './by-workload.ts';
import { bestOf } from './contenders.ts';
import { publishedRows } from './published-figures.ts';
import { targetRows } from './targets.ts';
import { sizeTitle } from './titles.ts';
import { answeringScenario, type WorkloadKind, workloadKinds } from './workloads.ts';

/** The suite's question first, then one answer a workload, the published figures and the targets. */
export function answers(measured: MeasuredSuite): Answer[] {
  return [
    { ...overall(measured), table: 'by-workload' },
    ...workloadKinds.map((kind) => ({
      id: kind.id,
      question: `Which subject suits this workload: ${kind.title}?`,
      text: `${kind.title}: ${sentencesOf(measured, kind).join('; ') || notMeasured(measured)}.`,
      table: 'by-workload',
    })),
    { ...replicated(measured), table: 'published-figures' },
    { ...reached(measured), table: 'targets' },
  ];
}

function overall(measured: MeasuredSuite): Omit<Answer, 'table'> {
  const best = workloadKinds.flatMap((kind) =>
    groupsOfKind(measured, kind).flatMap(({ size, group }) => {
      const names = bestOf(group).map((subject) => titleOf(measured, subject));
      if (names.length === 0) return [];
      return [`${sizeTitle(size)}: ${listed(names)}${names.length > 1 ? ' (tie)' : ''}`];
    }),
  );
  return {
    id: 'best-subject',
    question: measured.suite.question,
    text:
      best.length === 0
        ? `Over a Unix socket: ${notMeasured(measured)}.`
        : `Over a Unix socket, by message size: ${best.join('; ')}.`,
  };
}

function sentencesOf(measured: MeasuredSuite, kind: WorkloadKind): string[] {
  return groupsOfKind(measured, kind).map(({ size, group }) => {
    const best = bestOf(group);
    const [first] = best;
    const at = sizeTitle(size);
    if (first === undefined) return `at ${at} no multiplexer was measured`;
    const names = best.map((subject) => titleOf(measured, subject));
    const who =
      best.length === 1
        ? `at ${at} ${names.join('')} is best`
        : `at ${at} ${listed(names)} are a tie for the best, of which ${names[0]} has the lowest median`;
    return `${who}${speedOf(measured, group, first)}`;
  });
}

/** How much faster than the baseline, in words; empty where they were not compared. */
function speedOf(measured: MeasuredSuite, group: MeasuredGroup, subject: string): string {
  const title = titleOf(measured, baseline);
  if (subject === baseline) return ', which is the baseline';
  const times = group.ratio(subject, baseline);
  if (times === undefined) return '';
  if (times.verdict === 'tie') return `, and could not be told apart from ${title}`;
  const { ratio, low, high } = inverse(times);
  const [factor, least, most] = [ratio, low, high].map((one) =>
    formatNumber(Number(one.toPrecision(3))),
  );
  return `, ${factor} times as fast as ${title} (95 % interval ${least} to ${most})`;
}

function groupsOfKind(measured: MeasuredSuite, kind: WorkloadKind) {
  return kind.sizes.flatMap((size) => {
    const group = groupsOf(measured, answeringScenario, { size })[0];
    return group === undefined ? [] : [{ size, group }];
  });
}

function replicated(measured: MeasuredSuite): Omit<Answer, 'table'> {
  const outcomes = publishedRows(measured).flatMap(({ outcome }) => outcome ?? []);
  const count = (...which: string[]) => outcomes.filter((one) => which.includes(one)).length;
  const direction = count('same-direction-larger', 'same-direction-smaller');
  return {
    id: 'published-figures',
    question: 'Do the published figures of the Go library replicate in Node.js, as ratios?',
    text:
      outcomes.length === 0
        ? `The published ratios: ${notMeasured(measured)}.`
        : `Of ${outcomes.length} published ratios measured in this run, ${count('replicates')} replicate, ${direction} have the same direction but another size, ${count('not-found', 'opposite')} do not replicate, and ${count('undecided')} cannot be decided.`,
  };
}

function reached(measured: MeasuredSuite): Omit<Answer, 'table'> {
  const rows = targetRows(measured);
  const met = rows.filter((row) => row.met === true).length;
  const missed = rows.filter((row) => row.met === false).length;
  return {
    id: 'targets',
    question: 'Do the subjects reach what they set out to reach?',
    text: `${met} of ${rows.length} targets are met, ${missed} missed, and ${rows.length - met - missed} not decided by this run.`,
  };
}

function notMeasured({ run }: MeasuredSuite): string {
  return `not measured in this run (profile ${run.profile})`;
}
