import type { ReactNode } from 'react';
import type { ProfiledCase } from '../../plugins/results/profiles/types.ts';
import { formatMs, formatShare } from '../../plugins/results/profiles/words.ts';
import { SmallTable } from '../SmallTable/index.tsx';
import styles from './FlameGraph.module.css';

interface Properties {
  profiled: ProfiledCase;
  labelledBy: string;
}

/** The functions of a profile with the most time of their own. */
export function HottestFunctions({ profiled, labelledBy }: Properties): ReactNode {
  const { hottest, totalMs } = profiled;
  return (
    <SmallTable label={{ id: labelledBy }} className={styles.hottest}>
      <thead>
        <tr>
          <th scope="col">Function</th>
          <th scope="col">Own time</th>
          <th scope="col">Share</th>
          <th scope="col">With what it calls</th>
          <th scope="col">Samples</th>
        </tr>
      </thead>
      <tbody>
        {hottest.map((of) => (
          <tr key={`${of.name} ${of.place}`}>
            <th scope="row">
              <span className={styles.swatch} data-owner={of.owner} aria-hidden="true" />
              <code>{of.name}</code>
              {of.place !== null && (
                <small>
                  <bdi>{of.place}</bdi>
                </small>
              )}
            </th>
            <td>{formatMs(of.selfMs)}</td>
            <td>{formatShare(of.selfMs, totalMs)}</td>
            <td>{formatShare(of.totalMs, totalMs)}</td>
            <td>{of.samples}</td>
          </tr>
        ))}
      </tbody>
    </SmallTable>
  );
}
