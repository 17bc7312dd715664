import type { ReactNode } from 'react';
import type { CaveatCode } from '../../../bench-runner/results/caveat.ts';
import { caveatCatalogue } from '../../../bench-runner/results/caveat-catalogue.ts';
import type { CaveatMarks } from '../../../bench-runner/results/citation/caveat-marks.ts';
import type { Table } from '../../../bench-runner/results/tables.ts';
import { CaveatAdvice } from '../CaveatList/CaveatAdvice.tsx';
import { explanationId } from './CaveatMark.tsx';
import styles from './ResultTable.module.css';

interface Properties {
  table: Table;
  /** Id of the table on its page. */
  anchor: string;
  marks: CaveatMarks;
}

/** The caveats of a table, those with a mark first, and for each mark the box it opens. */
export function CaveatNotes({ table, anchor, marks }: Properties): ReactNode {
  const codes = [...new Set([...marks.keys(), ...table.caveats.map(({ code }) => code)])];
  if (codes.length === 0) return null;
  return (
    <>
      <ul className={styles.notes} aria-label="Caveats">
        {codes.map((code) => (
          <li key={code}>
            {marks.has(code) && <sup>{marks.get(code)}</sup>}
            {caveatCatalogue[code].title}
            {details(table, code).map((detail) => (
              <bdi key={detail}>: {detail}</bdi>
            ))}
          </li>
        ))}
      </ul>
      {[...marks].map(([code, mark]) => (
        <div
          key={code}
          id={explanationId(anchor, code)}
          className={styles.explanation}
          popover="auto"
        >
          <strong>
            {mark}. {caveatCatalogue[code].title}
          </strong>
          {details(table, code).map((detail) => (
            <p key={detail}>
              <bdi>{detail}</bdi>
            </p>
          ))}
          <p>
            <CaveatAdvice code={code} />
          </p>
        </div>
      ))}
    </>
  );
}

function details(table: Table, code: CaveatCode): string[] {
  return table.caveats.flatMap((caveat) => (caveat.code === code ? [caveat.detail] : []));
}
