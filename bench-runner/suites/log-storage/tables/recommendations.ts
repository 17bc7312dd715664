import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import type { ParameterValue } from '../../../results/identifiers.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { type Choice, choices } from '../choices.ts';
import { durabilityCell } from './durability-cell.ts';
import { ratio } from './measure.ts';
import { groupOf, notMeasured, scenarioTitle } from './selection.ts';
import { ours } from './subjects.ts';

/** What can be chosen, with its group. */
interface Candidate {
  label: string;
  group: MeasuredGroup;
}

/** A choice with what follows from the run. */
export interface Recommendation {
  choice: Choice;
  /** Undefined where fewer than two values were measured, or each is beaten by another. */
  chosen: Candidate | undefined;
  /** The most preferred value, such as one message a batch. */
  first: Candidate | undefined;
  /** The chosen value's figure over that of the most preferred. */
  gain: Cell;
  /** The most that another value adds to it, with its label. */
  beyond: { label: string; cell: Cell } | undefined;
  groups: readonly MeasuredGroup[];
}

/** What to choose, by one rule, from the figures of the run. */
export function recommendationTable(measured: MeasuredSuite): Table {
  const rows = recommendations(measured);
  return suiteTable(
    measured,
    {
      id: 'recommendations',
      title: 'Recommendations',
      caption:
        'For each choice the most preferred value that no other beats, which another does where the whole 95 % interval of its ratio lies above the limit. Preferred are smaller numbers, which ask less of the program around the log, and the safer of two guarantees, whose limit is higher. Gain is over the most preferred value measured; beyond is the largest ratio that any other value reaches over the recommended one. Ratios are medians over trials of the same block.',
      columns: [
        column('choice', 'Choice'),
        column('scenario', 'Scenario'),
        column('durability', 'Durability'),
        column('value', 'Recommended'),
        column('throughput', 'Throughput', 'MB/s', 'throughput'),
        column('message-rate', 'Messages per second', 'msg/s', 'message-rate'),
        column('over', 'Gain is over'),
        column('gain', 'Gain'),
        column('other', 'Beyond is'),
        column('beyond', 'Beyond'),
        column('limit', 'Limit'),
      ],
      rows: rows.map((row) => cellsOf(measured, row)),
    },
    rows.flatMap(({ groups }) => groups),
  );
}

/** The rows, for sentences. */
export function recommendations(measured: MeasuredSuite): Recommendation[] {
  return choices.map((choice) => {
    const candidates = candidatesOf(measured, choice);
    const groups = candidates.map(({ group }) => group);
    const [first] = candidates;
    const none = absentCell(
      first === undefined
        ? notMeasured(measured, choice.of)
        : `not in this run: it measured one value only, ${first.label}`,
    );
    if (first === undefined || candidates.length < 2) {
      return { choice, chosen: undefined, first, gain: none, beyond: undefined, groups };
    }
    const over = (one: Candidate, other: Candidate) =>
      ratio(measured, { metric: choice.metric }, [one.group, ours], [other.group, ours]);
    const chosen = candidates.find((one) =>
      candidates.every((other) => other === one || !beats(over(other, one), choice)),
    );
    if (chosen === undefined) {
      const gain = absentCell('every value is beaten by another');
      return { choice, chosen, first, gain, beyond: undefined, groups };
    }
    const [most] = candidates
      .flatMap((other) => {
        const cell = over(other, chosen);
        return other === chosen || cell.kind !== 'ratio' ? [] : [{ label: other.label, cell }];
      })
      .toSorted((a, b) => b.cell.value - a.cell.value);
    return {
      choice,
      chosen,
      first,
      gain:
        chosen === first
          ? absentCell(`${first.label} is the most preferred value itself`)
          : over(chosen, first),
      beyond: most,
      groups,
    };
  });
}

function cellsOf(measured: MeasuredSuite, row: Recommendation): Cell[] {
  const { choice, chosen, first, gain, beyond } = row;
  const scenario = textCell(scenarioTitle(measured, choice.of.scenario));
  if (chosen === undefined || first === undefined) {
    const reason = absentCell(gain.kind === 'absent' ? gain.reason : 'not compared');
    return [textCell(choice.title), scenario, ...Array.from({ length: 9 }, () => reason)];
  }
  return [
    textCell(choice.title),
    textCell(scenarioTitle(measured, chosen.group.group.scenario)),
    durabilityCell(chosen.group),
    textCell(chosen.label),
    valueCell(chosen.group, ours, 'throughput'),
    valueCell(chosen.group, ours, 'message-rate'),
    textCell(first.label),
    gain,
    beyond === undefined ? absentCell('no other value was compared') : textCell(beyond.label),
    beyond?.cell ?? absentCell('no other value was compared'),
    textCell(`${choice.worthwhile}×`),
  ];
}

/** Measured values in the order in which they are preferred. */
function candidatesOf(measured: MeasuredSuite, choice: Choice): Candidate[] {
  const { of, axis, before, preferred } = choice;
  const rankOf = (value: ParameterValue) =>
    typeof value === 'number' ? value : (preferred ?? []).indexOf(value);
  const byValue = new Map<ParameterValue, Candidate>();
  for (const group of groupsOf(measured, of.scenario, of.parameters)) {
    const value = group.group.parameters[axis];
    // As in `groupOf`, the last of several groups speaks for them.
    if (value !== undefined) byValue.set(value, { label: String(value), group });
  }
  const values = [...byValue].toSorted(([a], [b]) => rankOf(a) - rankOf(b));
  const first = before && groupOf(measured, before.of);
  return [
    ...(first ? [{ label: before.label, group: first }] : []),
    ...values.map(([, candidate]) => candidate),
  ].filter(({ group }) => group.measuredCase(ours) !== undefined);
}

function beats(ratio: Cell, { worthwhile }: Choice): boolean {
  return ratio.kind === 'ratio' && ratio.low !== null && ratio.low > worthwhile;
}
