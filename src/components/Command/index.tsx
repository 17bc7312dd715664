import type { ReactNode } from 'react';
import styles from './Command.module.css';

/** A command to type, on a line of its own. */
export function Command({ children }: { children: string }): ReactNode {
  return (
    <pre className={styles.command}>
      <code>{children}</code>
    </pre>
  );
}
