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
        Each scenario compares its subjects in its first metric, once for each set of parameters.{' '}
        <span className={styles.all}>✓</span> marks a subject that no other beat beyond the noise in
        any of them, and <strong>=</strong> one that shares the first place. Nothing is added up
        over scenarios: which of them matter depends on what you build.
      </p>
      <ScenarioGrid
        caption="Comparisons in which a subject was not beaten, by scenario"
        subjects={standings.subjects}
        categories={standings.categories}
        note={note}
        whole={undecided}
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

/** What stands in place of a row's cells where no comparison told any subject from another. */
function undecided({ cells, comparisons }: StandingRow): ReactNode {
  const compared = cells.filter((cell) => cell !== null);
  if (compared.some(({ first, ranked }) => first < ranked)) return null;
  return (
    <span className={styles.quiet}>
      = no difference could be told
      {comparisons > 1 && ` in any of the ${comparisons}`}
    </span>
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
        <span aria-hidden="true">–</span>
        <span className={styles.spoken}>beaten{ranked > 1 && ` in all ${ranked}`}</span>
      </span>
    );
  }
  return (
    <span className={first === ranked ? styles.all : styles.some}>
      <span aria-hidden="true">
        {first === ranked ? '✓' : `${first} of ${ranked}`}
        {tied > 0 && ' ='}
      </span>
      <span className={styles.spoken}>
        not beaten in {first} of {ranked}
        {tied > 0 && `, first place shared in ${tied}`}
      </span>
    </span>
  );
}
