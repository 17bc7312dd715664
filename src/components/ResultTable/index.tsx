import useBrokenLinks from '@docusaurus/useBrokenLinks';
import clsx from 'clsx';
import { type ReactNode, useState } from 'react';
import {
  type CaveatMarks,
  caveatMarks,
} from '../../../bench-runner/results/citation/caveat-marks.ts';
import { formatNumber } from '../../../bench-runner/results/format.ts';
import { shortFingerprint } from '../../../bench-runner/results/short-fingerprint.ts';
import type { Cell, Column, Table } from '../../../bench-runner/results/tables.ts';
import type { CitationSource, PageTable } from '../../plugins/results/page-data.ts';
import { CiteButton } from '../Cite/CiteButton.tsx';
import { CaveatNotes } from './CaveatNotes.tsx';
import { CellContent, isFigure } from './CellContent.tsx';
import { NewerNote } from './NewerNote.tsx';
import styles from './ResultTable.module.css';
import { cellRuns } from './runs.ts';
import { nextSorting, type Sorting, sortedRows } from './sort.ts';

interface Properties extends PageTable {
  source: CitationSource;
  /** Whether the newest local run made it: nobody else can look it up. */
  development: boolean;
  /** Level of its heading on the page. */
  level?: 3 | 4;
  /** Its id on the page, where tables of several suites may share theirs. */
  anchor?: string;
}

/** A published table: complete without JavaScript, sortable with it, and citable either way. */
export function ResultTable({
  table,
  anchor = table.id,
  level = 3,
  source,
  development,
  ...cited
}: Properties): ReactNode {
  const [sorting, setSorting] = useState<Sorting>(null);
  useBrokenLinks().collectAnchor(anchor);
  const Heading = `h${level}` as const;
  const headingId = `${anchor}-title`;
  const marks = caveatMarks(table);
  const rowHeader = rowHeaderOf(table.columns, table.rows);
  return (
    <section className={styles.block} id={anchor} aria-labelledby={headingId}>
      <div className={styles.head}>
        <Heading className={styles.title} id={headingId}>
          {table.title}{' '}
          <a className={styles.self} href={`#${anchor}`} aria-label={`Link to ${table.title}`}>
            #
          </a>
        </Heading>
        <CiteButton table={table} source={source} development={development} {...cited} />
      </div>
      <section
        className={styles.scroll}
        aria-labelledby={headingId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className={styles.table}>
          <caption className={styles.caption}>
            <span>{table.caption}</span>
          </caption>
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <ColumnHeader
                  key={column.id}
                  column={column}
                  figures={isFigureColumn(table.rows, index)}
                  sorting={sorting?.column === index ? sorting : null}
                  onSort={() => setSorting((current) => nextSorting(current, index))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {sortedRows(table.rows, sorting).map((row) => (
              <Row
                key={row}
                cells={table.rows[row] ?? []}
                table={table}
                anchor={anchor}
                rowHeader={rowHeader}
                marks={marks}
                begins={sorting === null && beginsGroup(table.rows, row, rowHeader)}
              />
            ))}
          </tbody>
        </table>
      </section>
      <CaveatNotes table={table} anchor={anchor} marks={marks} />
      <NewerNote agreement={cited.agreement} />
      <Foundation table={table} fingerprint={cited.fingerprint} />
    </section>
  );
}

interface HeaderProperties {
  column: Column;
  figures: boolean;
  sorting: Sorting;
  onSort: () => void;
}

function ColumnHeader({ column, figures, sorting, onSort }: HeaderProperties): ReactNode {
  return (
    <th
      scope="col"
      className={clsx(figures && styles.figures)}
      aria-sort={sorting?.direction ?? 'none'}
    >
      <button type="button" className={styles.sort} onClick={onSort}>
        <span>
          {column.title}
          {column.unit !== null && <span className={styles.unit}>{column.unit}</span>}
        </span>
        <span className={styles.arrow} aria-hidden="true" />
      </button>
    </th>
  );
}

interface RowProperties {
  cells: readonly Cell[];
  table: Table;
  anchor: string;
  rowHeader: number;
  marks: CaveatMarks;
  begins: boolean;
}

function Row({ cells, table, anchor, rowHeader, marks, begins }: RowProperties): ReactNode {
  const explained = explainedAbsences(cells, table.rows);
  return (
    <tr className={clsx(begins && styles.begins)}>
      {cellRuns(cells).map(({ cell, index, span }) => {
        const column = table.columns[index];
        return (
          column && (
            <CellFrame
              key={column.id}
              heads={index === rowHeader && cell.kind === 'text'}
              figures={span === 1 && isFigureColumn(table.rows, index)}
              span={span}
            >
              <CellContent
                cell={cell}
                table={anchor}
                marks={marks}
                explain={span > 1 || explained.has(index)}
              />
            </CellFrame>
          )
        );
      })}
    </tr>
  );
}

interface FrameProperties {
  heads: boolean;
  figures: boolean;
  span: number;
  children: ReactNode;
}

function CellFrame({ heads, figures, span, children }: FrameProperties): ReactNode {
  return heads ? (
    <th scope="row" className={styles.rowHeader}>
      {children}
    </th>
  ) : (
    <td className={clsx(figures && styles.figures, span > 1 && styles.wide)} colSpan={span}>
      {children}
    </td>
  );
}

/** What the comparisons of a table rest on, and the fingerprint by which it is checked. */
function Foundation({ table, fingerprint }: { table: Table; fingerprint: string }): ReactNode {
  return (
    <ul className={styles.foundation}>
      {table.noiseFloor !== null && (
        <li>Noise floor {formatNumber(table.noiseFloor)}×, from equal trials in the same blocks</li>
      )}
      {table.detectableRatio !== null && (
        <li>Differences from {formatNumber(table.detectableRatio)}× could be told from a tie</li>
      )}
      <li>
        Fingerprint <code title={fingerprint}>{shortFingerprint(fingerprint)}</code>
      </li>
    </ul>
  );
}

/** The absent cells of a row that say why: one for each reason, where there is room for it. */
function explainedAbsences(cells: readonly Cell[], rows: Table['rows']): Set<number> {
  const places = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    if (cell.kind !== 'absent') continue;
    const known = places.get(cell.reason);
    if (known === undefined || !isFigureColumn(rows, known)) places.set(cell.reason, index);
  }
  return new Set(places.values());
}

function isFigureColumn(rows: readonly (readonly Cell[])[], index: number): boolean {
  return rows.some((row) => isFigure(row[index]));
}

/** The column that names a row: `subject` where there is one, else the first one of text. */
function rowHeaderOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): number {
  const isText = (index: number) => rows.some((row) => row[index]?.kind === 'text');
  const subject = columns.findIndex(({ id }, index) => id === 'subject' && isText(index));
  return subject >= 0 ? subject : columns.findIndex((_, index) => isText(index));
}

/** Whether a row begins a group of several rows that share the text in front of their names. */
function beginsGroup(rows: Table['rows'], row: number, rowHeader: number): boolean {
  const texts = rows.map((cells) => leadingText(cells, rowHeader));
  const grouped = texts.some((text, index) => index > 0 && text === texts[index - 1]);
  return grouped && row > 0 && texts[row] !== texts[row - 1];
}

function leadingText(cells: readonly Cell[], rowHeader: number): string {
  const first = cells.find((cell, index) => cell.kind === 'text' && index !== rowHeader);
  return first?.kind === 'text' ? first.text : '';
}
