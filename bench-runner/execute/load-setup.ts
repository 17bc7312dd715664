import type { CrossCheckOrder } from '../measure/http-load/protocol.ts';
import type { Placement } from '../process/placement.ts';
import type { Environment } from '../results/environment.ts';
import type { SuiteServices } from './suite-services.ts';

/** What a suite's scenarios under load are measured with. */
export interface LoadSetup {
  services: SuiteServices;
  /** Null where server, load and services share all processors. */
  placement: Placement | null;
  /** What the load generator could do when the run began. */
  capacity: NonNullable<Environment['loadGenerator']>;
  /** Another program that every load is sent through too; null without one. */
  crossCheck: Omit<CrossCheckOrder, 'folder'> | null;
  /** Bundled program of the load generator. */
  generator: string;
  /** Variables every server is given, such as the secret its tokens are signed with. */
  environment: Readonly<Record<string, string>>;
}
