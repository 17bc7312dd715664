import type { MeasuredSuite } from '../../../define/suite.ts';
import { formatNumber, formatParameter, formatParameters } from '../../../results/format.ts';
import type { Parameters } from '../../../results/identifiers.ts';
import type { Answer, Scenario } from '../../../results/schema.ts';
import type { Table } from '../../../results/tables.ts';
import { directionOf } from './cells.ts';
import { contrastOf } from './contrast.ts';
import { groupsOf, type MeasuredGroup } from './measured-group.ts';
import type { PairedRatio } from './paired-ratio.ts';
import { noiseFloorOf } from './suite-table.ts';
import { titleOf } from './titles.ts';

/** Longest text of an answer. */
const longest = 3_900;

/**
 * One answer for every scenario that asks what the values of an axis differ in: the ratio of each to
 * the one that others are compared with, of the scenario's baseline subject.
 */
export function contrastAnswers(measured: MeasuredSuite, tables: readonly Table[]): Answer[] {
  return measured.suite.scenarios.flatMap((scenario) => {
    const table = tableOf(scenario.id, tables);
    const sentences = sentencesOf(measured, scenario);
    if (scenario.contrast === undefined || table === undefined || sentences.length === 0) return [];
    const metric = measured.suite.metrics.find(({ id }) => id === scenario.metrics[0]);
    const figure = `${metric?.title ?? scenario.metrics[0]}${metric?.kind === 'histogram' ? ' (median)' : ''}`;
    const against = formatParameter(scenario.contrast.baseline, unitOf(scenario));
    const subject = titleOf(measured, scenario.baseline);
    const text = `${figure} with ${subject}, against ${against}: ${sentences.join('; ')}.`;
    return [
      {
        id: scenario.id,
        question: scenario.question,
        text: text.length <= longest ? text : `${text.slice(0, longest)}…`,
        table: table.id,
      },
    ];
  });
}

function tableOf(scenario: string, tables: readonly Table[]): Table | undefined {
  const own = tables.filter((table) => table.scenario === scenario);
  return own.find(({ id }) => id.includes('contrast')) ?? own[0];
}

function sentencesOf(measured: MeasuredSuite, scenario: Scenario): string[] {
  const { contrast, baseline, metrics } = scenario;
  const [metric] = metrics;
  if (contrast === undefined || metric === undefined) return [];
  return groupsOf(measured, scenario.id).flatMap((group) => {
    const { parameters } = group.group;
    if (parameters[contrast.axis] === contrast.baseline) return [];
    const reference = { ...parameters, [contrast.axis]: contrast.baseline };
    const [other] = groupsOf(measured, scenario.id, reference);
    const groups: [MeasuredGroup, MeasuredGroup] | undefined = other && [group, other];
    const ratio = contrastOf(groups, baseline)?.ratio({ metric });
    if (groups === undefined || ratio === undefined) return [];
    return [`${labelOf(scenario, parameters, contrast.axis)} ${inWords(ratio, groups)}`];
  });
}

/** The value on the contrasted axis, and those on the others in brackets. */
function labelOf(scenario: Scenario, parameters: Parameters, axis: string): string {
  const value = parameters[axis];
  const others = scenario.axes.filter(({ id, values }) => id !== axis && values.length > 1);
  const named = value === undefined ? '' : formatParameter(value, unitOf(scenario));
  const rest = formatParameters(
    Object.fromEntries(
      others.flatMap(({ id }) => (parameters[id] === undefined ? [] : [[id, parameters[id]]])),
    ),
    others,
  );
  return rest === '' ? named : `${named} (${rest})`;
}

function unitOf({ axes, contrast }: Scenario): string | null {
  return axes.find(({ id }) => id === contrast?.axis)?.unit ?? null;
}

/** A ratio with its interval as a part of a sentence. */
export function inWords(ratio: PairedRatio, groups: readonly MeasuredGroup[]): string {
  const [value, low, high] = [ratio.ratio, ratio.low, ratio.high].map((one) =>
    one === null ? null : formatNumber(Number(one.toPrecision(3))),
  );
  if (low === null || high === null) return `${value} times, from too few trials for an interval`;
  const interval = `95 % interval ${low} to ${high}`;
  return directionOf(ratio, noiseFloorOf(groups)) === 'none'
    ? `not told apart (${value} times, ${interval})`
    : `${value} times (${interval})`;
}
