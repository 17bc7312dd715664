import type { ReactNode } from 'react';
import styles from './SmallTable.module.css';

interface Properties {
  /** Names the box, or the id of the heading that does. */
  label: { text: string } | { id: string };
  /** Of the table. */
  className?: string;
  children: ReactNode;
}

/** A table of figures in small print, in a box that scrolls by itself where it is too wide. */
export function SmallTable({ label, className = '', children }: Properties): ReactNode {
  return (
    <section
      className={styles.scroll}
      aria-label={'text' in label ? label.text : undefined}
      aria-labelledby={'id' in label ? label.id : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className={`${styles.table} ${className}`}>{children}</table>
    </section>
  );
}
