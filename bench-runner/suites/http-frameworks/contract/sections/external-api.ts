import { z } from 'zod';
import { answers } from '../expectations.ts';
import type { Section } from '../section.ts';
import { duration } from '../shapes.ts';

/** The stub answers after 100 ms; a clock that ticks in ms may show a little less. */
const leastLatencyMs = 95;

const external = z.strictObject({
  source: z.literal('external'),
  latency_ms: duration.min(leastLatencyMs),
  data: z.record(z.string(), z.unknown()),
});

export const externalApi: Section = {
  title: '05 external-api',
  parts: [],
  services: ['external-api'],
  steps: [
    async (client) => {
      await Promise.all(
        Array.from({ length: 4 }, () => answers(client, ['GET', '/external'], external)),
      );
    },
  ],
};
