import type { MeasuredSuite } from '../../../define/suite.ts';
import { titleOf } from '../../../define/tables/titles.ts';
import type { Answer } from '../../../results/schema.ts';
import type { Table } from '../../../results/tables.ts';
import { contrastAnswers, inWords } from './contrast-answers.ts';
import { dataLayerPairs } from './data-layers.ts';
import { bestByWorkload } from './guide.ts';
import { publishedRows } from './published-figures.ts';

/** The suite's question first, then data layers, published figures and the scenarios' contrasts. */
export function answers(measured: MeasuredSuite, tables: readonly Table[]): Answer[] {
  return [
    best(measured),
    ...dataLayer(measured),
    replicated(measured),
    ...contrastAnswers(measured, tables),
  ];
}

function best(measured: MeasuredSuite): Answer {
  const found = bestByWorkload(measured);
  return {
    id: 'best-framework',
    question: measured.suite.question,
    text: found.length === 0 ? `Frameworks: ${notMeasured(measured)}.` : `${found.join('; ')}.`,
    table: 'guide',
  };
}

function dataLayer(measured: MeasuredSuite): Answer[] {
  const [first, ...others] = dataLayerPairs(measured);
  if (first === undefined) return [];
  const same = [first, ...others.filter(({ title }) => title === first.title)];
  const sentences = same.flatMap(({ subject, sides }) => {
    const ratio = sides.ratio({ metric: 'request-rate' });
    return ratio === undefined
      ? []
      : [`${titleOf(measured, subject)} ${inWords(ratio, sides.groups)}`];
  });
  if (sentences.length === 0) return [];
  return [
    {
      id: 'data-layer',
      question: 'What does an ORM or query builder cost against SQL by hand?',
      text: `${first.title}, requests per second through the ORM over those with SQL: ${sentences.join('; ')}.`,
      table: 'data-layers',
    },
  ];
}

function replicated(measured: MeasuredSuite): Answer {
  const outcomes = publishedRows(measured).flatMap(({ outcome }) => outcome ?? []);
  const count = (...which: string[]) => outcomes.filter((one) => which.includes(one)).length;
  return {
    id: 'published-figures',
    question: 'Do the figures published for FastAPI and Django replicate here, as ratios?',
    text:
      outcomes.length === 0
        ? `The published ratios: ${notMeasured(measured)}.`
        : `Of ${outcomes.length} comparisons with published ratios, ${count('replicates')} replicate, ${count('larger', 'smaller')} have the same direction but another size, ${count('not-found', 'opposite')} do not replicate, and ${count('undecided')} cannot be decided. Those of frameworks that the suite has not are not counted.`,
    table: 'published-figures',
  };
}

function notMeasured({ run }: MeasuredSuite): string {
  return `not measured in this run (profile ${run.profile})`;
}
