import type { ReactNode } from 'react';
import styles from './EnvironmentFacts.module.css';

/** A term and what is known of it: text, or an element where text is not enough. */
export type Fact = [term: string, fact: ReactNode];

/** Terms with what is known of each; those of which nothing is known are left out. */
export function FactList({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(([term, fact]) =>
        fact === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{typeof fact === 'string' ? <bdi>{fact}</bdi> : fact}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
