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
    id: 'postgres-transactions',
    title: 'Transactions',
    unit: 'transactions/request',
    better: 'lower',
    description: 'Transactions committed or rolled back, divided by the requests answered.',
  }),
  defineMetric({
    id: 'postgres-rows-read',
    title: 'Rows read',
    unit: 'rows/request',
    better: 'lower',
    description:
      'Rows that scans of tables and indexes returned, divided by the requests answered: more than reach the answer where rows are read and thrown away.',
  }),
  defineMetric({
    id: 'postgres-buffer-hit-share',
    title: 'Buffer hits',
    unit: '%',
    better: 'higher',
    description: 'Blocks that PostgreSQL found in its own buffers, as a share of those it needed.',
  }),
];

/** The metrics of the suite's scenarios. */
export const metrics = [...server, ...services];
