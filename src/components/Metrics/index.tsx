import type { ReactNode } from 'react';
import type { Metric } from '../../../bench-runner/results/schema.ts';
import { FactList } from '../EnvironmentFacts/FactList.tsx';

/** What each metric counts, in which unit, and which way is better. */
export function Metrics({ metrics }: { metrics: readonly Metric[] }): ReactNode {
  return (
    <FactList
      facts={metrics.map(({ title, unit, better, description }) => [
        title,
        `${description} In ${unit}; ${better} is better.`,
      ])}
    />
  );
}
