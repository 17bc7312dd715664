import type { ParameterValue } from '../../results/identifiers.ts';
import type { Selection } from './tables/selection.ts';

/** Something that a user of a log chooses, and the figure that it is chosen by. */
export interface Choice {
  /** Kebab-case. */
  id: string;
  title: string;
  /** What is held fixed, and the axis that is chosen on. */
  of: Selection;
  axis: string;
  /** A case of another scenario that comes before the axis's values, with its label. */
  before?: { label: string; of: Selection };
  /** Order in which values are preferred where they are no numbers; numbers are the smaller the better. */
  preferred?: readonly ParameterValue[];
  metric: 'throughput' | 'message-rate';
  /** Ratio above which another value is worth more than the preferred one. */
  worthwhile: number;
}

/** A gain below this is not worth asking more of the program around the log. */
const worthSetting = 1.05;
/** A guarantee is given up for more than this only. */
const worthGivingUp = 2;

const cached = { size: 1024, durability: 'page-cache' };

export const choices: readonly Choice[] = [
  {
    id: 'batch',
    title: 'Messages a batch',
    of: { scenario: 'batch-write', parameters: cached },
    axis: 'batch',
    before: { label: '1', of: { scenario: 'write-throughput', parameters: cached } },
    metric: 'throughput',
    worthwhile: worthSetting,
  },
  {
    id: 'fetch-size',
    title: 'Messages a fetch',
    of: { scenario: 'sequential-fetch', parameters: { size: 1024, checksum: 'verified' } },
    axis: 'fetch-size',
    metric: 'throughput',
    worthwhile: worthSetting,
  },
  {
    id: 'producers',
    title: 'Producer threads',
    of: { scenario: 'concurrent-producers', parameters: cached },
    axis: 'producers',
    metric: 'message-rate',
    worthwhile: worthSetting,
  },
  {
    id: 'consumers',
    title: 'Consumer threads',
    of: { scenario: 'concurrent-consumers', parameters: { size: 1024, log: 'own' } },
    axis: 'consumers',
    metric: 'message-rate',
    worthwhile: worthSetting,
  },
  {
    id: 'durability',
    title: 'Durability',
    of: { scenario: 'produce-latency', parameters: { size: 1024 } },
    axis: 'durability',
    preferred: ['sync', 'interval', 'page-cache'],
    metric: 'message-rate',
    worthwhile: worthGivingUp,
  },
  {
    id: 'checksum',
    title: 'Checksums on reading',
    of: { scenario: 'sequential-fetch', parameters: { size: 1024, 'fetch-size': 100 } },
    axis: 'checksum',
    preferred: ['verified', 'not-verified'],
    metric: 'throughput',
    worthwhile: worthGivingUp,
  },
  {
    id: 'partitions',
    title: 'Partitions of a topic',
    of: { scenario: 'topic-produce', parameters: cached },
    axis: 'partitions',
    metric: 'message-rate',
    worthwhile: worthSetting,
  },
];
