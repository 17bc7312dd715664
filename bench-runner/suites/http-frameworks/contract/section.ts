import type { DataPart } from '../data/data-set.ts';
import type { Client } from './client.ts';

/** One thing asked and looked at; throws a Violation. */
export type Step = (client: Client) => Promise<void>;

/** What the contract asks of one scenario's endpoints, step by step. */
export interface Section {
  title: string;
  /** Parts of the data that it reads or writes. */
  parts: readonly DataPart[];
  services: readonly ('postgres' | 'redis' | 'external-api')[];
  steps: readonly Step[];
}
