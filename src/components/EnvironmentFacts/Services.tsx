import type { ReactNode } from 'react';
import type { Environment } from '../../../bench-runner/results/environment.ts';
import styles from './EnvironmentFacts.module.css';

/** Services that ran beside the subjects; one that is not the real program says so. */
export function Services({ services }: Pick<Environment, 'services'>): ReactNode {
  return (
    <ul className={styles.services}>
      {services.map(({ id, name, version, standIn }) => (
        <li key={id}>
          <bdi>
            {name} {version}
          </bdi>
          {standIn && (
            <>
              {' '}
              <strong className={styles.standIn}>stand-in</strong>{' '}
              <span className={styles.quiet}>
                not the real program: compare subjects only among themselves
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
