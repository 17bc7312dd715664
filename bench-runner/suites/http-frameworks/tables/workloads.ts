import type { Parameters } from '../../../results/identifiers.ts';

/** A kind of work, and the cases of the suite that stand for it. */
export interface WorkloadKind {
  title: string;
  scenario: string;
  parameters: Parameters;
}

/** What the guide answers for. Where several numbers of users were measured, the first stands. */
export const workloadKinds: readonly WorkloadKind[] = [
  { title: 'Light requests', scenario: 'lightweight', parameters: { users: 50 } },
  { title: 'JSON bodies of 1 KB', scenario: 'json-payload', parameters: { payload: 1024 } },
  { title: 'Middleware and logging', scenario: 'middleware-chain', parameters: { users: 50 } },
  { title: 'Uploads of 100 KB', scenario: 'file-upload', parameters: { size: 102_400 } },
  { title: 'Token checks', scenario: 'auth-jwt', parameters: { auth: 'jwt' } },
  { title: 'Waiting for another server', scenario: 'external-api', parameters: { users: 200 } },
  { title: 'One row read', scenario: 'db-read', parameters: { read: 'one', 'data-layer': 'sql' } },
  {
    title: '1,000 rows read',
    scenario: 'db-read',
    parameters: { read: 'list', 'data-layer': 'sql' },
  },
  { title: 'Writes', scenario: 'db-write', parameters: { 'data-layer': 'sql' } },
  { title: 'Mixed requests', scenario: 'concurrent-mixed', parameters: { 'data-layer': 'sql' } },
  {
    title: 'A whole flow, SQL by hand',
    scenario: 'real-world-flow',
    parameters: { 'data-layer': 'sql' },
  },
  {
    title: 'A whole flow, ORM',
    scenario: 'real-world-flow',
    parameters: { 'data-layer': 'orm' },
  },
  { title: 'A spike of users', scenario: 'spike-traffic', parameters: { 'data-layer': 'sql' } },
];
