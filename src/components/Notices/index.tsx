import type { ReactNode } from 'react';
import styles from './Notices.module.css';

/** Local runs that could not be shown, and why. */
export function Notices({ notices }: { notices: readonly string[] }): ReactNode {
  if (notices.length === 0) return null;
  return (
    <aside className={styles.notices} aria-label="Notices">
      {notices.map((notice) => (
        <pre key={notice}>{notice}</pre>
      ))}
    </aside>
  );
}
