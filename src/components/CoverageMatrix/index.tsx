import Link from '@docusaurus/Link';
import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import type {
  CoverageCell,
  CoverageMatrix as CoverageMatrixData,
  CoverageReason,
  CoverageRow,
} from '../../plugins/results/page-data.ts';
import { ScenarioGrid } from '../ScenarioGrid/index.tsx';
import styles from './CoverageMatrix.module.css';

/** What became of each scenario's cases, subject by subject, with the reason behind what is missing. */
export function CoverageMatrix({ matrix }: { matrix: CoverageMatrixData }): ReactNode {
  const prefix = useId();
  const { subjects, reasons, categories } = matrix;
  const rows = categories.flatMap((category) => category.rows);
  return (
    <>
      <p className={styles.legend}>
        <span>
          <span className={styles.full}>✓</span> all cases measured
        </span>
        <span>
          <span className={styles.part}>◐</span> some of them
        </span>
        <span>
          <span className={styles.failed}>✗</span> failed
        </span>
        <span>
          <span className={styles.skipped}>–</span> skipped
        </span>
        <span>The figure counts cases; press a mark for the reason.</span>
      </p>
      <ScenarioGrid
        caption="Cases measured, by scenario and subject"
        subjects={subjects}
        categories={categories}
        cell={(row, index) => {
          const cell = row.cells[index];
          return cell && cell.planned > 0 ? (
            <Cell
              cell={cell}
              about={`${subjects[index]}, ${row.title}`}
              reasonsId={`${prefix}-${rows.indexOf(row)}-${index}`}
              row={row}
              reasons={reasons}
            />
          ) : (
            <span className={styles.absent}>
              <span aria-hidden="true">·</span>
              <span className={styles.spoken}>takes no part</span>
            </span>
          );
        }}
      />
    </>
  );
}

interface CellProperties {
  cell: CoverageCell;
  /** The subject and the scenario. */
  about: string;
  reasonsId: string;
  row: CoverageRow;
  reasons: readonly CoverageReason[];
}

function Cell({ cell, about, reasonsId, row, reasons }: CellProperties): ReactNode {
  const { planned, measured, failed, why } = cell;
  const kind = kindOf(cell);
  const sign = (
    <span className={clsx(styles.sign, styles[kind])}>
      <span aria-hidden="true">{signs[kind]}</span> {figureOf(cell)}
    </span>
  );
  if (why.length === 0) {
    return (
      <>
        {sign}
        <span className={styles.spoken}> measured</span>
      </>
    );
  }
  const skipped = planned - measured - failed;
  const told = [
    `${measured} of ${planned} measured`,
    failed > 0 ? `${failed} failed` : '',
    skipped > 0 ? `${skipped} skipped` : '',
  ].filter((part) => part !== '');
  return (
    <>
      <button
        type="button"
        className={styles.why}
        popoverTarget={reasonsId}
        aria-label={`${about}: ${told.join(', ')}. Why?`}
      >
        {sign}
      </button>
      <div id={reasonsId} className={styles.reasons} popover="auto">
        <strong>
          <bdi>{about}</bdi>
        </strong>
        <p>{told.join(', ')}.</p>
        <ul>
          {why.map(({ reason, cases }) => (
            <li key={reason}>
              <Reason reason={reasons[reason]} cases={cases} />
            </li>
          ))}
        </ul>
        <Link to={`${row.path}#coverage`}>
          {failed > 0 ? 'The cases, with what they printed' : 'The cases'}
        </Link>
      </div>
    </>
  );
}

interface ReasonProperties {
  reason: CoverageReason | undefined;
  cases: number;
}

function Reason({ reason, cases }: ReasonProperties): ReactNode {
  if (!reason) return null;
  const { stage, text, remedy } = reason;
  return (
    <>
      {cases} {stage === null ? 'skipped' : `failed at ${stage}`}: <bdi>{text}</bdi>
      {remedy !== null && (
        <>
          {' '}
          <bdi className={styles.remedy}>{remedy}</bdi>
        </>
      )}
    </>
  );
}

/** Cases measured of those planned; where none was, how many there are. */
function figureOf({ planned, measured }: CoverageCell): string {
  return measured === planned || measured === 0 ? String(planned) : `${measured} of ${planned}`;
}

type Kind = 'full' | 'part' | 'failed' | 'skipped';

const signs: Record<Kind, string> = { full: '✓', part: '◐', failed: '✗', skipped: '–' };

function kindOf({ planned, measured, failed }: CoverageCell): Kind {
  if (measured === planned) return 'full';
  if (measured > 0) return 'part';
  return failed > 0 ? 'failed' : 'skipped';
}
