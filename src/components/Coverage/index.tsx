import type { ReactNode } from 'react';
import type { Coverage as CoverageData } from '../../plugins/results/page-data.ts';
import styles from './Coverage.module.css';
import { Failures } from './Failures.tsx';

/** How many cases were measured, and for each of the others why it was not. */
export function Coverage({ coverage }: { coverage: CoverageData }): ReactNode {
  const { measured, failed, skipped } = coverage;
  return (
    <>
      <p>{coverageLine(coverage)}</p>
      {failed.length > 0 && <Failures failed={failed} />}
      {skipped.length > 0 && (
        <ul className={styles.list}>
          {skipped.map(({ reason, remedy, keys }) => (
            <li key={`${reason} ${keys[0]}`}>
              <bdi>{reason}</bdi>
              {remedy !== null && (
                <>
                  {' '}
                  <span className={styles.remedy}>
                    <bdi>{remedy}</bdi>
                  </span>
                </>
              )}
              <details>
                <summary>{cases(keys.length)} skipped</summary>
                <ul>
                  {keys.map((key) => (
                    <li key={key}>
                      <code>{key}</code>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      )}
      {measured === 0 && <p>Nothing was measured, so there is nothing to compare.</p>}
    </>
  );
}

/** Such as `40 cases measured, 1 failed, 3 skipped`. */
export function coverageLine({ measured, failed, skipped }: CoverageData): string {
  const left = skipped.reduce((sum, { keys }) => sum + keys.length, 0);
  const rest = [
    failed.length > 0 ? `, ${failed.length} failed` : '',
    left > 0 ? `, ${left} skipped` : '',
  ].join('');
  return `${cases(measured)} measured${rest || '; none failed and none was skipped'}.`;
}

function cases(count: number): string {
  return count === 1 ? '1 case' : `${count} cases`;
}
