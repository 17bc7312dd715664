import type { Placement } from '../process/placement.ts';
import type { SuiteServices } from './suite-services.ts';

/** What a suite's scenarios under load are measured with. */
export interface LoadSetup {
  services: SuiteServices;
  /** Null where server, load and services share all processors. */
  placement: Placement | null;
  /** Bundled program of the load generator. */
  generator: string;
  /** Variables every server is given, such as the secret its tokens are signed with. */
  environment: Readonly<Record<string, string>>;
}
