import type { MeasuredSuite } from '../../../define/suite.ts';
import type { MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { listed, titleOf } from '../../../define/tables/titles.ts';
import type { Answer } from '../../../results/schema.ts';
import { bottlenecks } from './bottlenecks.ts';
import { durabilityRows } from './durability.ts';
import { familyRows, standsForFamily } from './families.ts';
import { nextSteps } from './next-steps.ts';
import { recommendations } from './recommendations.ts';
import { scalingRows } from './scaling.ts';
import { caseTitle, scenarioTitle } from './selection.ts';
import { type ShareKind, shareKinds } from './shares.ts';
import { targetRows } from './targets.ts';
import { inWords } from './words.ts';

/** The suite's question first, then one answer a table, each computed from the run. */
export function answers(measured: MeasuredSuite): Answer[] {
  return [
    ...summaries(measured),
    reached(measured),
    bounded(measured),
    ...recommended(measured),
    ...scaling(measured),
    ...durability(measured),
    next(measured),
  ];
}

/** Families whose figures the suite's question is answered with. */
const inSummary = [
  'batch-write',
  'produce-latency',
  'sequential-fetch',
  'random-fetch',
  'recovery',
];

/** The suite's question, answered for one family after the other. */
function summaries(measured: MeasuredSuite): Answer[] {
  const { question } = measured.suite;
  const found = familyRows(measured).flatMap((row): Answer[] => {
    const { family, title, figure, unit, cell, group, bare } = row;
    const { scenario } = family.headline;
    if (!inSummary.includes(scenario)) return [];
    if (cell.kind !== 'value' || group === undefined) return [];
    const { durability } = group.group.parameters;
    const under = durability === undefined ? '' : `, ${durability}`;
    const at = `${caseTitle(measured, group)}${under}`;
    const over =
      bare?.cell.kind === 'ratio'
        ? `, ${inWords(bare.cell)} that of ${titleOf(measured, bare.subject)}`
        : '';
    const text = `${title} (${at}): ${figure.toLowerCase()} ${inWords(cell, unit)}${over}.`;
    return [{ id: `summary-${scenario}`, question, text, table: 'families' }];
  });
  if (found.length > 0) return found;
  const text = `The segment log: ${notMeasured(measured)}.`;
  return [{ id: 'summary', question, text, table: 'families' }];
}

function reached(measured: MeasuredSuite): Answer {
  const rows = targetRows(measured);
  const met = rows.filter((row) => row.met === true).length;
  const missed = rows.filter((row) => row.met === false).length;
  const unmeasured = rows.filter(({ cell }) => cell.kind === 'absent').length;
  const undecided = rows.length - met - missed - unmeasured;
  const others = [
    missed > 0 ? `${missed} missed` : '',
    undecided > 0 ? `${undecided} not decided by this run` : '',
    unmeasured > 0 ? `${unmeasured} not measured in it` : '',
  ].filter((part) => part !== '');
  return {
    id: 'targets',
    question: 'Does the segment log reach what it set out to reach?',
    text: `${listed([`${met} of ${rows.length} targets are met`, ...others])}.`,
    table: 'targets',
  };
}

const inSentence: Readonly<Record<ShareKind, string>> = {
  kernel: 'into the kernel',
  'own-code': 'into own code',
  checksum: 'into checksums',
  collector: 'into the garbage collector',
  waiting: 'by without using a processor',
};

function bounded(measured: MeasuredSuite): Answer {
  const rows = bottlenecks(measured);
  const sentences = shareKinds.flatMap((kind) => {
    const titles = rows.filter(({ largest }) => largest[0] === kind).map(({ title }) => title);
    return titles.length === 0 ? [] : [`in ${listed(titles)} ${inSentence[kind]}`];
  });
  return {
    id: 'bottlenecks',
    question: 'What bounds each family?',
    text:
      sentences.length === 0
        ? `What bounds the families: ${notMeasured(measured)}.`
        : `The largest share of the time goes, ${sentences.join('; ')}.`,
    table: 'bottlenecks',
  };
}

function recommended(measured: MeasuredSuite): Answer[] {
  return recommendations(measured).flatMap(({ choice, chosen, first, gain, beyond }) => {
    if (chosen === undefined || first === undefined) return [];
    const gained =
      gain.kind === 'ratio'
        ? `, ${inWords(gain)} the rate of ${first.label}`
        : ', the first choice';
    const more =
      beyond === undefined
        ? ''
        : `; of the others ${beyond.label} reaches most, ${inWords(beyond.cell)} of it, and would have to be above ${choice.worthwhile}× with its whole interval`;
    return [
      {
        id: `choose-${choice.id}`,
        question: `What to choose: ${choice.title.toLowerCase()}?`,
        text: `${choice.title}: ${chosen.label}${gained}${more}.`,
        table: 'recommendations',
      },
    ];
  });
}

/** A list of more stands in the table alone: an answer is read as a sentence. */
const mostSentences = 12;

function scaling(measured: MeasuredSuite): Answer[] {
  const sentences = scalingRows(measured).flatMap(({ scenario, group, threads, factor }) =>
    factor.kind !== 'ratio' || !isCached(group)
      ? []
      : [
          `${scenarioTitle(measured, scenario)}, ${caseTitle(measured, group)}: ${threads} threads ${inWords(factor)}`,
        ],
  );
  if (sentences.length === 0) return [];
  return [
    {
      id: 'scaling',
      question: 'How do rates grow with threads?',
      text: `Against one thread, on ${measured.environment.cores} processors: ${sentences.join('; ')}.`,
      table: 'scaling',
    },
  ];
}

function durability(measured: MeasuredSuite): Answer[] {
  const sentences = durabilityRows(measured)
    .filter(({ group }) => standsForFamily(group))
    .flatMap(({ group, cost }) => {
      if (cost.kind !== 'ratio') return [];
      const { scenario, parameters } = group.group;
      const at = `${scenarioTitle(measured, scenario)} (${caseTitle(measured, group)})`;
      return [`${at} under ${parameters.durability} ${inWords(cost)}`];
    })
    .slice(0, mostSentences);
  if (sentences.length === 0) return [];
  return [
    {
      id: 'durability',
      question: 'What does durability cost?',
      text: `Time of an operation over that under page-cache: ${sentences.join('; ')}.`,
      table: 'durability',
    },
  ];
}

function isCached({ group }: MeasuredGroup): boolean {
  const { durability } = group.parameters;
  return durability === undefined || durability === 'page-cache';
}

function next(measured: MeasuredSuite): Answer {
  const steps = nextSteps(measured);
  const missed = steps.filter(({ kind }) => kind === 'target-missed').map(({ what }) => what);
  const [widest] = steps.filter(({ kind }) => kind === 'wide-interval');
  const first = missed.length === 0 ? 'No target is missed.' : `Missed: ${missed.join('; ')}.`;
  const second = widest === undefined ? '' : ` The widest interval is that of ${widest.what}.`;
  return {
    id: 'next-steps',
    question: 'What is to be done next?',
    text: `${first}${second}`,
    table: 'next-steps',
  };
}

function notMeasured({ run }: MeasuredSuite): string {
  return `not measured in this run (profile ${run.profile})`;
}
