import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import type { Category, PageLink } from '../../plugins/results/page-data.ts';
import styles from './ScenarioGrid.module.css';

interface Properties<Row> {
  /** What the grid shows, for readers who cannot see it. */
  caption: string;
  /** Columns: titles of subjects. */
  subjects: readonly string[];
  categories: readonly Category<Row>[];
  /** Stands below a scenario's title. */
  note?: (row: Row) => ReactNode;
  /** Stands in place of a row's cells where it is not null. */
  whole?: (row: Row) => ReactNode;
  cell: (row: Row, subject: number) => ReactNode;
}

/** Scenarios by category against subjects; its box scrolls where it is wider than the page. */
export function ScenarioGrid<Row extends PageLink>({
  caption,
  subjects,
  categories,
  note,
  whole,
  cell,
}: Properties<Row>): ReactNode {
  return (
    <section
      className={styles.scroll}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className={styles.grid}>
        <caption className={styles.spoken}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Scenario</th>
            {subjects.map((subject) => (
              <th key={subject} scope="col" className={styles.subject}>
                <bdi>{subject}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        {categories.map(({ title, rows }) => (
          <tbody key={title ?? ''}>
            {(title !== null || categories.length > 1) && (
              <tr className={styles.category}>
                <th scope="rowgroup" colSpan={subjects.length + 1}>
                  <span>{title ?? 'Others'}</span>
                </th>
              </tr>
            )}
            {rows.map((row) => {
              const instead = whole?.(row) ?? null;
              return (
                <tr key={row.path}>
                  <th scope="row">
                    <Link to={row.path}>
                      <bdi>{row.title}</bdi>
                    </Link>
                    {note && <small>{note(row)}</small>}
                  </th>
                  {instead === null ? (
                    subjects.map((subject, index) => <td key={subject}>{cell(row, index)}</td>)
                  ) : (
                    <td colSpan={subjects.length}>{instead}</td>
                  )}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}
