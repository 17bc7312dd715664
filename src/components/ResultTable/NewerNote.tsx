import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Agreement } from '../../plugins/results/archive/agreement.ts';
import { PageAnchor } from '../PageAnchor/index.tsx';
import styles from './ResultTable.module.css';

const shown = 3;

/** Says whether the newest other version with the table bears it out. */
export function NewerNote({ agreement }: { agreement: Agreement | undefined }): ReactNode {
  if (agreement?.kind === 'agrees') {
    const { compared } = agreement;
    return (
      <p className={styles.newer}>
        <Version {...agreement} /> agrees with this table in{' '}
        {compared === 1 ? 'the one ratio' : `all ${compared} ratios`} that both judged.
      </p>
    );
  }
  if (agreement?.kind !== 'contradicts') return null;
  const { compared, contradictions, version } = agreement;
  return (
    <div className={clsx(styles.newer, styles.contradicted)}>
      <p>
        <Version {...agreement} /> contradicts this table in {contradictions.length} of {compared}{' '}
        ratios that both judged: the verdicts differ and the intervals do not meet.
      </p>
      <ul>
        {contradictions.slice(0, shown).map(({ row, older, newer }) => (
          <li key={`${row} ${older} ${newer}`}>
            <bdi>{row}</bdi>: {older} here, {newer} in {version}
          </li>
        ))}
        {contradictions.length > shown && <li>and {contradictions.length - shown} more</li>}
      </ul>
    </div>
  );
}

function Version({ version, path }: { version: string; path: string }): ReactNode {
  return (
    <PageAnchor path={path} live={false}>
      Version {version}
    </PageAnchor>
  );
}
