import * as z from 'zod';
import { Identifier, Title } from './identifiers.ts';

/** What the run was measured on. Holds no host name, user name or environment variable. */
export const Environment = z.strictObject({
  cpuModel: Title,
  /** Logical processors the run could use. */
  cores: z.number().int().positive(),
  architecture: Title,
  memoryBytes: z.number().int().positive(),
  operatingSystem: Title,
  kernel: Title,
  /** Hypervisor or container as far as it can be told, e.g. "kvm"; null where none was found. */
  virtualisation: Title.nullable(),
  cgroup: z.strictObject({
    version: z.union([z.literal(1), z.literal(2)]).nullable(),
    /** Processors the group may use; null without a limit. */
    cpuLimit: z.number().positive().nullable(),
    memoryLimitBytes: z.number().int().positive().nullable(),
  }),
  /** Scaling governor of the first processor; null where there is none to read. */
  cpuGovernor: Title.nullable(),
  timer: z.strictObject({
    /** Smallest step seen between two readings, in ns. */
    resolutionNs: z.number().nonnegative(),
    /** Cost of one reading, in ns. */
    costNs: z.number().nonnegative(),
  }),
  runtimes: z.array(z.strictObject({ id: Identifier, name: Title, version: Title })),
  /** What the load generator could do when the run began; only where servers were measured. */
  loadGenerator: z
    .strictObject({
      /** Answers per second of a server that does next to nothing. */
      requestsPerSecond: z.number().positive(),
      /** CPU of the generator for each, in µs. */
      cpuMicrosPerRequest: z.number().positive(),
      connections: z.number().int().positive(),
    })
    .optional(),
  /** Processors of the server under test and of everything else; only where they were kept apart. */
  placement: z.strictObject({ server: Title, others: Title }).optional(),
  services: z.array(
    z.strictObject({ id: Identifier, name: Title, version: Title, standIn: z.boolean() }),
  ),
});
export type Environment = z.infer<typeof Environment>;
