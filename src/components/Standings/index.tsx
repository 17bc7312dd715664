import type { ReactNode } from 'react';
import type {
  StandingCell,
  StandingRow,
  Standings as StandingsData,
} from '../../plugins/results/page-data.ts';
import { ScenarioGrid } from '../ScenarioGrid/index.tsx';
import styles from './Standings.module.css';

/** Which subjects were not beaten in which scenario: counted, and never summed into a score. */
export function Standings({ standings }: { standings: StandingsData }): ReactNode {
  return (
    <>
      <p className={styles.legend}>
        Each scenario compares its subjects in its first metric, once for each set of parameters. A
        subject is not beaten where no other was found better beyond the noise; with{' '}
        <span className={styles.tied}>=</span> it shares the first place in at least one of them. No
        figure is added up over scenarios: which of them matter depends on what you build.
      </p>
      <ScenarioGrid
        caption="Comparisons in which a subject was not beaten, by scenario"
        subjects={standings.subjects}
        categories={standings.categories}
        note={note}
        cell={(row, index) => <Cell cell={row.cells[index] ?? null} />}
      />
    </>
  );
}

function note({ metric, comparisons }: StandingRow): ReactNode {
  return (
    <>
      <bdi>{metric}</bdi>, {comparisons} {comparisons === 1 ? 'comparison' : 'comparisons'}
    </>
  );
}

function Cell({ cell }: { cell: StandingCell | null }): ReactNode {
  if (!cell) {
    return (
      <span className={styles.quiet}>
        <span aria-hidden="true">·</span>
        <span className={styles.spoken}>not compared</span>
      </span>
    );
  }
  const { ranked, first, tied } = cell;
  if (first === 0) {
    return (
      <span className={styles.quiet}>
        <span aria-hidden="true">beaten</span>
        <span className={styles.spoken}>beaten in all {ranked}</span>
      </span>
    );
  }
  const all = first === ranked;
  return (
    <span className={all ? styles.all : styles.some}>
      <span aria-hidden="true">
        {ranked === 1 ? 'not beaten' : all ? `all ${ranked}` : `${first} of ${ranked}`}
        {tied > 0 && <span className={styles.tied}> =</span>}
      </span>
      <span className={styles.spoken}>
        not beaten in {first} of {ranked}
        {tied > 0 && `, ${tied} of them shared`}
      </span>
    </span>
  );
}
