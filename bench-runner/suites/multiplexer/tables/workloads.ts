import type { ParameterValue } from '../../../results/identifiers.ts';
import { mixed } from '../payloads.ts';

/** A kind of traffic, and the message sizes of the suite that stand for it. */
export interface WorkloadKind {
  id: string;
  title: string;
  sizes: readonly ParameterValue[];
}

/** The kinds of traffic that the page answers for, each measured over a Unix socket. */
export const workloadKinds: readonly WorkloadKind[] = [
  { id: 'sensor-data', title: 'Sensor data, under 1 KB', sizes: [64] },
  { id: 'web-api', title: 'Web API, 1 to 8 KB', sizes: [1024, 8192] },
  { id: 'files', title: 'Files, 64 KB and more', sizes: [65_536, 1_048_576] },
  { id: 'streaming', title: 'Streaming, mixed sizes', sizes: [mixed] },
];

/** Scenario from which the workloads are answered. */
export const answeringScenario = 'unix-socket';
