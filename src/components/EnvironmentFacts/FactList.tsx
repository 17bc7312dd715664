import type { ReactNode } from 'react';
import styles from './EnvironmentFacts.module.css';

/** Terms with what is known of each; those of which nothing is known are left out. */
export function FactList({ facts }: { facts: readonly [string, string | null][] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(([term, fact]) =>
        fact === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <bdi>{fact}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
