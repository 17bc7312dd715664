import type { ReactNode } from 'react';
import type { Caveat, CaveatCode } from '../../../bench-runner/results/caveat.ts';
import { caveatCatalogue } from '../../../bench-runner/results/caveat-catalogue.ts';
import { CaveatAdvice } from './CaveatAdvice.tsx';
import styles from './CaveatList.module.css';

/** Sentences of one caveat shown at once; more of them are unfolded on demand. */
const shownDetails = 2;

/** Reasons to distrust figures: each once, with what was seen and what to do about it. */
export function CaveatList({ caveats }: { caveats: readonly Caveat[] }): ReactNode {
  const byCode = new Map<CaveatCode, string[]>();
  for (const { code, detail } of caveats) byCode.set(code, [...(byCode.get(code) ?? []), detail]);
  return (
    <ul className={styles.list}>
      {[...byCode].map(([code, details]) => (
        <li key={code}>
          <strong>{caveatCatalogue[code].title}.</strong> <Details details={details} />{' '}
          <span className={styles.advice}>
            <CaveatAdvice code={code} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Details({ details }: { details: readonly string[] }): ReactNode {
  if (details.length <= shownDetails) {
    return details.map((detail) => (
      <span key={detail}>
        <bdi>{detail}</bdi>.{' '}
      </span>
    ));
  }
  return (
    <details className={styles.details}>
      <summary>{details.length} cases</summary>
      <ul>
        {details.map((detail) => (
          <li key={detail}>
            <bdi>{detail}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
