import type { ReactNode } from 'react';
import type { CaveatCode } from '../../../bench-runner/results/caveat.ts';
import { caveatCatalogue } from '../../../bench-runner/results/caveat-catalogue.ts';
import type { Table } from '../../../bench-runner/results/tables.ts';
import { CaveatAdvice } from '../CaveatList/CaveatAdvice.tsx';
import { explanationId } from './CaveatMark.tsx';
import styles from './ResultTable.module.css';

/** A letter for each caveat of a table and of its cells, in order of first mention. */
export function marksOf(table: Table): ReadonlyMap<CaveatCode, string> {
  const codes = new Set<CaveatCode>(table.caveats.map(({ code }) => code));
  for (const cell of table.rows.flat()) {
    if ('caveats' in cell) for (const code of cell.caveats) codes.add(code);
  }
  return new Map([...codes].map((code, index) => [code, String.fromCodePoint(97 + index)]));
}

interface Properties {
  table: Table;
  marks: ReadonlyMap<CaveatCode, string>;
}

/** What the marks of a table stand for: a line each below it, and a box each mark opens. */
export function CaveatNotes({ table, marks }: Properties): ReactNode {
  if (marks.size === 0) return null;
  return (
    <>
      <ul className={styles.notes} aria-label="Caveats">
        {[...marks].map(([code, mark]) => (
          <li key={code}>
            <sup>{mark}</sup>
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
          id={explanationId(table.id, code)}
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
