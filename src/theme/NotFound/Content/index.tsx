import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import styles from './NotFound.module.css';

/** Where a wrong address leads: back to what is there. */
export default function NotFoundContent(): ReactNode {
  return (
    <main className={styles.page}>
      <h1>There is no such page</h1>
      <p>
        The address may be mistyped. Published results are never removed, so a citation that leads
        here names a version, suite or table that was not published on this site.
      </p>
      <ul>
        <li>
          <Link to="/results/">All versions of the results</Link>
        </li>
        <li>
          <Link to="/docs/introduction/">Documentation</Link>
        </li>
        <li>
          <Link to="/">Home page</Link>
        </li>
      </ul>
    </main>
  );
}
