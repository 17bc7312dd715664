import { defineMetric } from '../../define/metric.ts';

const percentiles = [50, 90, 95, 99, 99.9, 100];

/** What is read off the load generator and the server's processes. */
const server = [
  defineMetric({
    id: 'request-rate',
    title: 'Requests per second',
    unit: 'requests/s',
    better: 'higher',
    description: 'Requests answered with the expected status per second of the measured time.',
  }),
  defineMetric({
    id: 'latency',
    title: 'Latency',
    unit: 'µs',
    better: 'lower',
    kind: 'histogram',
    percentiles,
    description:
      'From sending a request to the last byte of its answer, all requests of the scenario together. In a closed loop that saturates the server it follows from the rate and the number of virtual users.',
  }),
  defineMetric({
    id: 'server-cpu',
    title: 'Server CPU',
    unit: 'µs/request',
    better: 'lower',
    description: 'CPU time of the server’s process tree, divided by the requests answered.',
  }),
  defineMetric({
    id: 'server-memory',
    title: 'Server memory',
    unit: 'MB',
    better: 'lower',
    description:
      'Largest resident memory of the server’s process tree seen while it was measured; 1 MB is 10^6 bytes.',
  }),
  defineMetric({
    id: 'error-share',
    title: 'Errors',
    unit: '%',
    better: 'lower',
    description: 'Requests without the expected answer, as a share of all.',
  }),
  defineMetric({
    id: 'in-flight',
    title: 'In flight',
    unit: 'requests',
    better: 'higher',
    description:
      'Mean number of requests sent and not yet answered, by the generator’s clock. In a closed loop it is close to the number of virtual users unless the generator is the limit.',
  }),
  defineMetric({
    id: 'generator-cpu',
    title: 'Generator CPU',
    unit: '%',
    better: 'lower',
    description: 'CPU the load generator used, as a share of one core: near 100 it is the limit.',
  }),
];

/** What is read off the services. */
const services = [
  defineMetric({
    id: 'postgres-cpu',
    title: 'PostgreSQL CPU',
    unit: 'µs/request',
    better: 'lower',
    description: 'CPU time of PostgreSQL’s processes, divided by the requests answered.',
  }),
  defineMetric({
    id: 'postgres-queries',
    title: 'Queries',
    unit: 'queries/request',
    better: 'lower',
    description:
      'Statements PostgreSQL executed, by pg_stat_statements, divided by the requests answered; not given where it lacks that extension.',
  }),
  defineMetric({
    id: 'postgres-buffer-hit-share',
    title: 'Buffer hits',
    unit: '%',
    better: 'higher',
    description:
      'Blocks that PostgreSQL found in its own buffers, as a share of those it needed. Its processes tell of them about once a second, so that a short measurement sees a part.',
  }),
  defineMetric({
    id: 'redis-cpu',
    title: 'Redis CPU',
    unit: 'µs/request',
    better: 'lower',
    description: 'CPU time of the Redis server’s process, divided by the requests answered.',
  }),
  defineMetric({
    id: 'redis-commands',
    title: 'Redis commands',
    unit: 'commands/request',
    better: 'lower',
    description: 'Commands that Redis carried out, divided by the requests answered.',
  }),
  defineMetric({
    id: 'redis-key-hit-share',
    title: 'Cache hits',
    unit: '%',
    better: 'higher',
    description: 'Look-ups of keys that Redis found, as a share of all.',
  }),
  defineMetric({
    id: 'external-api-requests',
    title: 'External calls',
    unit: 'calls/request',
    better: 'lower',
    description: 'Requests that the external API answered, divided by the requests answered.',
  }),
];

const latencyTitles: Readonly<Record<string, string>> = {
  create: 'creating a user',
  update: 'changing a user',
  delete: 'deleting a user',
  health: 'GET /health',
  echo: 'the JSON echo',
  list: 'listing 1,000 users',
  external: 'the external API',
  protected: 'the middleware chain',
  read: 'reading',
  'read-again': 'reading again',
  invalidate: 'invalidating',
  login: 'logging in',
};

/** Latencies of requests by their names, where a scenario sends several kinds. */
const byRequest = Object.entries(latencyTitles).map(([name, title]) =>
  defineMetric({
    id: `latency-${name}`,
    title: `Latency of ${title}`,
    unit: 'µs',
    better: 'lower',
    kind: 'histogram',
    percentiles: [50, 95, 99],
    description: `From sending such a request to the last byte of its answer: ${title}.`,
  }),
);

/** What single scenarios work out. */
const ofScenarios = [
  defineMetric({
    id: 'iteration-latency',
    title: 'Latency of an iteration',
    unit: 'µs',
    better: 'lower',
    kind: 'histogram',
    percentiles,
    description:
      'From sending the first request of an iteration to the last byte of its last answer.',
  }),
  defineMetric({
    id: 'row-rate',
    title: 'Rows per second',
    unit: 'rows/s',
    better: 'higher',
    description: 'Rows written by requests answered within the measured time, per second of it.',
  }),
  defineMetric({
    id: 'decrement-rate',
    title: 'Pieces taken per second',
    unit: 'pieces/s',
    better: 'higher',
    description: 'Answers that said that a piece was taken, per second; refusals do not count.',
  }),
  defineMetric({
    id: 'lost-update-share',
    title: 'Lost updates',
    unit: '%',
    better: 'lower',
    description:
      'Pieces that the server said were taken and that the stock does not miss, as a share of all pieces taken in the trial, warm-up included. A lower bound: what was carried out and not answered any more lowers the stock too, at most one piece a virtual user.',
  }),
  defineMetric({
    id: 'refused-share',
    title: 'Refused',
    unit: '%',
    better: 'lower',
    description: 'Answers that said that no piece was taken, after 5 retries, as a share of all.',
  }),
  defineMetric({
    id: 'retries',
    title: 'Retries',
    unit: 'retries/request',
    better: 'lower',
    description: 'Attempts after the first that the server said it needed, per request.',
  }),
  ...(['before', 'spike', 'after'] as const).map((level) =>
    defineMetric({
      id: `latency-p95-${level}`,
      title: level === 'spike' ? 'p95 in the spike' : `p95 ${level} the spike`,
      unit: 'µs',
      better: 'lower',
      description:
        'Median of the 95th percentiles of latency of the windows that lie within this level of load.',
    }),
  ),
  defineMetric({
    id: 'recovery-time',
    title: 'Recovery time',
    unit: 'ms',
    better: 'lower',
    description:
      'From the end of the spike to the end of the first window whose 95th percentile of latency is within 1.5 times that of the first level; the time that was left where none is.',
  }),
  defineMetric({
    id: 'server-memory-slope',
    title: 'Memory growth',
    unit: 'MB/min',
    better: 'lower',
    description:
      'Slope of the resident memory of the server’s process tree over the measured time. A leak is a slope above 0 that lasts; a heap that still grows to its working size has one too.',
  }),
  defineMetric({
    id: 'latency-drift',
    title: 'Latency drift',
    unit: 'ratio',
    better: 'lower',
    description:
      'Median of the windows’ 95th percentiles of latency in the last fifth of the measured time, over that in the first fifth.',
  }),
];

/** The metrics of the suite's scenarios. */
export const metrics = [...server, ...services, ...byRequest, ...ofScenarios];
