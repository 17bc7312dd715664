import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { CaveatMarks } from '../../../bench-runner/results/citation/caveat-marks.ts';
import { formatCell, verdictLabels } from '../../../bench-runner/results/format.ts';
import type { Cell } from '../../../bench-runner/results/tables.ts';
import { CaveatMark } from './CaveatMark.tsx';
import styles from './ResultTable.module.css';

interface Properties {
  cell: Cell;
  /** Id of the table, under which the notes of its marks stand. */
  table: string;
  marks: CaveatMarks;
  /** Whether an absent cell says why; the others of its row leave that to it. */
  explain: boolean;
}

/** Whether a cell holds a figure, which is set to the right. */
export function isFigure(cell: Cell | undefined): boolean {
  return cell?.kind === 'value' || cell?.kind === 'ratio' || cell?.kind === 'reference';
}

/** One cell: its figure, the interval and the number of trials below it, and marks of its caveats. */
export function CellContent({ cell, table, marks, explain }: Properties): ReactNode {
  const { text, interval, n, note } = formatCell(cell);
  if (cell.kind === 'absent')
    return <Absent reason={explain ? (note ?? cell.reason) : null} text={text} />;
  if (cell.kind === 'rank') {
    return (
      <>
        {text}
        {cell.tied && <span className={styles.spoken}> tied</span>}
      </>
    );
  }
  if (cell.kind === 'text') return <bdi>{text}</bdi>;
  const caveats = 'caveats' in cell ? cell.caveats : [];
  const below = [interval, n].filter((part) => part !== null);
  return (
    <>
      <span className={clsx(styles.figure, cell.kind === 'ratio' && styles[cell.verdict])}>
        {text}
        {caveats.map((code) => (
          <CaveatMark key={code} table={table} code={code} mark={marks.get(code) ?? '*'} />
        ))}
      </span>
      {cell.kind === 'ratio' && (
        <span className={clsx(styles.verdict, styles[cell.verdict])}>
          {verdictLabels[cell.verdict]}
        </span>
      )}
      {below.length > 0 && <span className={styles.below}>{below.join(' · ')}</span>}
      {cell.kind === 'reference' && note && (
        <span className={styles.below}>
          <bdi>{note}</bdi>
        </span>
      )}
    </>
  );
}

function Absent({ reason, text }: { reason: string | null; text: string }): ReactNode {
  return (
    <span className={styles.absent}>
      <span aria-hidden="true">{text}</span>
      {reason === null ? (
        <span className={styles.spoken}>absent</span>
      ) : (
        <span className={styles.below}>
          <bdi>{reason}</bdi>
        </span>
      )}
    </span>
  );
}
