import type { ReactNode } from 'react';
import styles from './SectionLinks.module.css';

/** Links to the sections of a long page, by the ids of their headings. */
export function SectionLinks({
  sections,
}: {
  sections: readonly [id: string, title: string][];
}): ReactNode {
  return (
    <nav className={styles.links} aria-label="Sections of this page">
      <ul>
        {sections.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
