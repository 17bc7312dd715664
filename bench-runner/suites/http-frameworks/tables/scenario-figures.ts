import type { MeasuredSuite } from '../../../define/suite.ts';
import type { Table } from '../../../results/tables.ts';
import { figuresTable } from './figures.ts';

const latencies = [50, 95, 99].map((percentile) => ({ metric: 'latency', percentile }));

/** What each number of virtual users costs in latency and brings in throughput. */
export function throughputAgainstLatency(measured: MeasuredSuite): Table[] {
  return figuresTable(measured, {
    id: 'throughput-latency',
    title: 'Throughput against latency',
    caption:
      'Requests per second and latency of every subject by the number of virtual users, of scenarios that need no database. Where more users bring no more requests, they only wait longer: from there on latency is the queue and not the server.',
    scenarios: ['lightweight', 'middleware-chain'],
    metrics: [{ metric: 'request-rate' }, ...latencies, { metric: 'server-cpu' }],
  });
}

/** What a transaction strategy costs, and what it loses. */
export function lostUpdates(measured: MeasuredSuite): Table[] {
  return figuresTable(measured, {
    id: 'lost-updates',
    title: 'Lost updates, refusals and retries',
    caption:
      'Virtual users take one piece each of the same product. An update is lost where the server said that it took a piece and the stock does not miss it; the figure is a lower bound. Refused is what gave up after 5 retries.',
    scenarios: ['db-transactions'],
    metrics: [
      { metric: 'decrement-rate' },
      { metric: 'lost-update-share' },
      { metric: 'refused-share' },
      { metric: 'retries' },
      { metric: 'latency', percentile: 99 },
    ],
  });
}

/** What a spike does to latency, and how soon it is over. */
export function spikeRecovery(measured: MeasuredSuite): Table[] {
  return figuresTable(measured, {
    id: 'spike-recovery',
    title: 'Latency before, in and after a spike',
    caption:
      'Medians of the 95th percentiles of windows of the measured time with 10, 100 and 10 virtual users, and the time from the end of the spike until one of them was back within 1.5 times the first level. It cannot be told more finely than a window, which is 0.1 s in the standard profile and 0.5 s in the full one.',
    scenarios: ['spike-traffic'],
    metrics: [
      { metric: 'latency-p95-before' },
      { metric: 'latency-p95-spike' },
      { metric: 'latency-p95-after' },
      { metric: 'recovery-time' },
    ],
  });
}

/** Memory and latency over a load that lasts. */
export function memoryGrowth(measured: MeasuredSuite): Table[] {
  return figuresTable(measured, {
    id: 'memory-growth',
    title: 'Memory growth under a load that lasts',
    caption:
      'Slope of resident memory over five minutes of mixed requests, its peak, and the 95th percentile of latency in the last fifth over that in the first. A slope whose interval excludes 0 is growth, not yet a leak: a heap may still be growing to its working size.',
    scenarios: ['long-running'],
    metrics: [
      { metric: 'server-memory-slope' },
      { metric: 'server-memory' },
      { metric: 'latency-drift' },
    ],
  });
}

/** What a restart costs, with where the answers came from. */
export function coldAndWarm(measured: MeasuredSuite): Table[] {
  return figuresTable(measured, {
    id: 'cold-warm',
    title: 'Cold and warm',
    caption:
      'Mixed requests right after a restart of everything, and after a warm-up, with the share of blocks that PostgreSQL found in its buffers and the share of keys that Redis had.',
    scenarios: ['mixed-cold-warm'],
    metrics: [
      { metric: 'request-rate' },
      ...latencies,
      { metric: 'postgres-buffer-hit-share' },
      { metric: 'redis-key-hit-share' },
    ],
  });
}
