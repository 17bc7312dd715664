import type { ReactNode } from 'react';
import type { CaveatCode } from '../../../bench-runner/results/caveat.ts';
import { caveatCatalogue } from '../../../bench-runner/results/caveat-catalogue.ts';
import styles from './ResultTable.module.css';

interface Properties {
  table: string;
  code: CaveatCode;
  /** The letter under which the caveat stands in the notes below the table. */
  mark: string;
}

/** Id of the box that explains a caveat of a table. */
export function explanationId(table: string, code: CaveatCode): string {
  return `${table}-caveat-${code}`;
}

/** A letter beside a figure that opens the explanation of its caveat, without JavaScript too. */
export function CaveatMark({ table, code, mark }: Properties): ReactNode {
  return (
    <button
      type="button"
      className={styles.mark}
      popoverTarget={explanationId(table, code)}
      aria-label={`Caveat ${mark}: ${caveatCatalogue[code].title}`}
      title={caveatCatalogue[code].title}
    >
      {mark}
    </button>
  );
}
