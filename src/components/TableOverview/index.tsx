import type { ReactNode } from 'react';
import type { PageTable } from '../../plugins/results/page-data.ts';
import styles from './TableOverview.module.css';

const fewest = 3;

/** Links to the tables of a page that holds more than can be seen at once. */
export function TableOverview({ tables }: { tables: readonly PageTable[] }): ReactNode {
  if (tables.length < fewest) return null;
  return (
    <nav className={styles.overview} aria-label="Tables on this page">
      <ul>
        {tables.map(({ table }) => (
          <li key={table.id}>
            <a href={`#${table.id}`}>{table.title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
