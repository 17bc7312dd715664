import type { ReactNode } from 'react';
import type { Caveat } from '../../../bench-runner/results/caveat.ts';
import { caveatCatalogue } from '../../../bench-runner/results/caveat-catalogue.ts';
import { CaveatAdvice } from './CaveatAdvice.tsx';
import styles from './CaveatList.module.css';

/** Reasons to distrust figures, each with what was seen and what to do about it. */
export function CaveatList({ caveats }: { caveats: readonly Caveat[] }): ReactNode {
  return (
    <ul className={styles.list}>
      {caveats.map(({ code, detail }) => (
        <li key={`${code} ${detail}`}>
          <strong>{caveatCatalogue[code].title}.</strong> <bdi>{detail}</bdi>{' '}
          <span className={styles.advice}>
            <CaveatAdvice code={code} />
          </span>
        </li>
      ))}
    </ul>
  );
}
