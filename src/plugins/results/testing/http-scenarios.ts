import type { Metric, Scenario } from '../../../../bench-runner/results/schema.ts';

/** Metrics of the made-up suite under load. */
export const httpMetrics: Metric[] = [
  metric('request-rate', 'Requests per second', 'requests/s', { better: 'higher' }),
  metric('latency', 'Latency', 'µs', {
    kind: 'histogram',
    percentiles: [50, 90, 95, 99, 99.9, 100],
  }),
  metric('server-cpu', 'Server CPU', 'µs/request'),
  metric('server-memory', 'Server memory', 'MB'),
  metric('error-share', 'Errors', '%'),
];

function metric(id: string, title: string, unit: string, more: Partial<Metric> = {}): Metric {
  return {
    id,
    title,
    unit,
    better: 'lower',
    kind: 'number',
    description: `${title} of the measured time.`,
    ...more,
  };
}

type Axes = Scenario['axes'];

const layers: Axes = [
  { id: 'data-layer', title: 'Data layer', unit: null, values: ['sql', 'orm'] },
];
const pages: Axes = [
  { id: 'page', title: 'Page', unit: null, values: ['first', 'middle', 'last'] },
  { id: 'method', title: 'Method', unit: null, values: ['offset', 'cursor'] },
];

/** Twenty-five scenarios in six categories; what axes, contrasts and series do stands in one each. */
const declared: [category: string, id: string, title: string, more?: Partial<Scenario>][] = [
  ['basic', 'lightweight', 'Health check'],
  ['basic', 'json-payload', 'Echo of JSON'],
  ['basic', 'db-read', 'Reads from the database', { axes: layers }],
  ['basic', 'db-write', 'Writes into the database', { axes: layers }],
  ['basic', 'external-api', 'Call of another API'],
  ['basic', 'middleware-chain', 'Chain of middleware'],
  ['basic', 'file-upload', 'Upload of a file'],
  ['basic', 'concurrent-mixed', 'Mixed requests'],
  [
    'db-advanced',
    'db-pagination',
    'Pages by offset and by cursor',
    { axes: pages, contrast: { axis: 'method', baseline: 'offset' } },
  ],
  ['db-advanced', 'db-column-overhead', 'Columns of a row'],
  ['db-advanced', 'db-column-types', 'Types of columns'],
  ['db-advanced', 'db-n-plus-one', 'Queries for each row'],
  ['db-advanced', 'db-bulk-insert', 'Many rows inserted at once'],
  ['db-advanced', 'db-bulk-update', 'Many rows changed at once'],
  ['db-advanced', 'db-transactions', 'Transactions that meet in a row'],
  ['caching', 'caching-reads', 'Reads through a cache'],
  ['caching', 'caching-writes', 'Writes beside a cache'],
  ['caching', 'cache-invalidation', 'Cache emptied by writes'],
  ['real-world', 'auth-jwt', 'Requests with a signed token'],
  ['real-world', 'aggregation', 'Aggregates over many rows'],
  ['real-world', 'search', 'Search in texts'],
  ['real-world', 'real-world-flow', 'Log-in, reading, changing and reading again'],
  ['stress', 'spike-traffic', 'Ten times the load at once'],
  ['stress', 'long-running', 'Mixed requests for minutes'],
  ['mixed', 'mixed-cold', 'Mixed requests after a restart'],
];

export const httpScenarios: Scenario[] = declared.map(([category, id, title, more]) => ({
  id,
  category,
  title,
  question: `Which framework answers fastest: ${title.toLowerCase()}?`,
  description: 'Virtual users send their next request when the answer to the last has arrived.',
  operation: 'one request answered',
  axes: [],
  metrics: httpMetrics.map((known) => known.id),
  baseline: 'express',
  ...more,
}));

/** Scenarios whose trials keep how they went. */
export const followed = new Set(['spike-traffic', 'long-running']);
/** Scenarios that need the service that is not there. */
export const withoutService = new Set(['caching-writes', 'cache-invalidation']);
/** Scenarios measured often enough to tell subjects apart. */
export const light = new Set(['lightweight', 'json-payload', 'middleware-chain']);
