import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { VersionHead, VersionTarget } from '../../plugins/results/page-data.ts';
import { resultsPath } from '../../plugins/results/paths.ts';
import { PageAnchor } from '../PageAnchor/index.tsx';
import styles from './VersionMenu.module.css';

interface Properties {
  current: VersionHead;
  targets: readonly VersionTarget[];
}

/** Leads to the same page in another version; a disclosure, so it opens without JavaScript too. */
export function VersionMenu({ current, targets }: Properties): ReactNode {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (details.current) details.current.open = false;
  };

  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      const menu = details.current;
      if (menu?.open && target instanceof Node && !menu.contains(target)) menu.open = false;
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, []);

  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !details.current?.open) return;
    close();
    details.current.querySelector('summary')?.focus();
  };

  return (
    <details ref={details} className={styles.menu} onKeyDown={closeOnEscape}>
      <summary>
        <span className={styles.prefix}>Version</span> {current.title}
      </summary>
      <nav aria-label="This page in other versions" className={styles.panel}>
        <ul>
          {targets.map(({ label, title, path, live, exact }) => (
            <li key={label}>
              <PageAnchor
                path={path}
                live={live}
                aria-current={label === current.label ? 'page' : undefined}
                onClick={close}
              >
                <span>{title}</span>
                {!exact && <small>has no such page; shows the nearest</small>}
                {exact && !live && <small>archived</small>}
              </PageAnchor>
            </li>
          ))}
        </ul>
        <PageAnchor path={resultsPath} live className={styles.all} onClick={close}>
          All versions
        </PageAnchor>
      </nav>
    </details>
  );
}
