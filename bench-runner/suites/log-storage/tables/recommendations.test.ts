import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../../results/identifiers.ts';
import { Table } from '../../../results/tables.ts';
import { recommendations, recommendationTable } from './recommendations.ts';
import { type MadeUpGroup, madeUpSuite, six } from './testing/made-up-suite.ts';

const cached = { size: 1024, durability: 'page-cache' };

function rates(
  scenario: string,
  parameters: Parameters,
  metric: string,
  rate: number[],
): MadeUpGroup {
  return { scenario, parameters, subjects: { 'segment-log': { [metric]: rate } } };
}

const batch = (count: number, throughput: number[]) =>
  rates('batch-write', { batch: count, ...cached }, 'throughput', throughput);
const single = rates('write-throughput', { messages: 10_000, ...cached }, 'throughput', six(300));
const durable = (durability: string, rate: number) =>
  rates('produce-latency', { size: 1024, durability }, 'message-rate', six(rate));

function choose(id: string, groups: MadeUpGroup[]) {
  const made = madeUpSuite(groups);
  const table = recommendationTable(made);
  expect(Table.parse(table)).toEqual(table);
  const found = recommendations(made).find(({ choice }) => choice.id === id);
  if (found === undefined) throw new Error(`no choice ${id}`);
  return found;
}

describe('a recommendation', () => {
  it('is the smallest number that no other beats by more than 5 %', () => {
    const found = choose('batch', [
      batch(1000, six(2450)),
      batch(10, six(1500)),
      batch(100, six(2400)),
      single,
    ]);
    expect(found).toMatchObject({
      chosen: { label: '100' },
      first: { label: '1' },
      gain: { kind: 'ratio', value: 8, low: 8, high: 8, n: 6 },
      beyond: { label: '1000', cell: { value: 2450 / 2400 } },
    });
  });

  it('asks for the whole interval: a gain that may be none is none', () => {
    const uncertain = [2500, 2500, 2500, 2500, 2500, 1500];
    expect(choose('batch', [batch(10, six(1500)), batch(100, uncertain)])).toMatchObject({
      chosen: { label: '10' },
      gain: { kind: 'absent', reason: '10 is the most preferred value itself' },
    });
    const certain = [2500, 2500, 2500, 2500, 2500, 1600];
    expect(choose('batch', [batch(10, six(1500)), batch(100, certain)])).toMatchObject({
      chosen: { label: '100' },
    });
  });

  it('gives up a guarantee only for more than twice the rate', () => {
    const groups = [durable('page-cache', 10_000), durable('interval', 5000), durable('sync', 100)];
    expect(choose('durability', groups)).toMatchObject({
      chosen: { label: 'interval' },
      first: { label: 'sync' },
      gain: { value: 50 },
      beyond: { label: 'page-cache', cell: { value: 2 } },
    });
    expect(choose('durability', [groups[0]!, durable('interval', 4900)])).toMatchObject({
      chosen: { label: 'page-cache' },
    });
  });

  it('is not given for one value, nor for none', () => {
    expect(choose('batch', [single])).toMatchObject({
      chosen: undefined,
      gain: { kind: 'absent', reason: 'not in this run: it measured one value only, 1' },
    });
    expect(choose('batch', []).gain).toMatchObject({
      reason: expect.stringContaining('it measured no batch-write'),
    });
  });

  it('leaves out values at which the log failed', () => {
    const failed = { ...batch(10, []), subjects: { 'segment-log': { failed: 'lost a record' } } };
    expect(choose('batch', [failed, batch(100, six(2400)), single])).toMatchObject({
      chosen: { label: '100' },
      beyond: { label: '1' },
    });
  });
});
