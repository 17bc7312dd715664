import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import type { PageLink, VersionHead, VersionTarget } from '../../plugins/results/page-data.ts';
import { resultsPath } from '../../plugins/results/paths.ts';
import { PageAnchor } from '../PageAnchor/index.tsx';
import { VersionMenu } from '../VersionMenu/index.tsx';
import { formatDay } from './dates.ts';
import styles from './ResultLayout.module.css';

interface Properties {
  title: string;
  /** Title in search results and tabs, where it must stand without its surroundings. */
  fullTitle: string;
  description: string;
  /** The question the page answers. */
  lede?: string;
  parents: readonly PageLink[];
  version?: VersionHead;
  targets?: readonly VersionTarget[];
  children: ReactNode;
}

/** What all result pages share: the way here, the version menu, title and question. */
export default function ResultLayout(properties: Properties): ReactNode {
  const { title, fullTitle, description, lede, parents, version, targets, children } = properties;
  return (
    <Layout title={fullTitle} description={shortened(description)}>
      <main className={styles.page}>
        <div className={styles.top}>
          <nav aria-label="Breadcrumbs" className={styles.way}>
            <ol>
              {[{ title: 'Results', path: resultsPath }, ...parents].map((parent) => (
                <li key={parent.path}>
                  <PageAnchor path={parent.path} live>
                    {parent.title}
                  </PageAnchor>
                </li>
              ))}
            </ol>
          </nav>
          {version && targets && <VersionMenu current={version} targets={targets} />}
        </div>
        <header className={styles.header}>
          <h1 className={styles.title}>{title}</h1>
          {lede && <p className={styles.lede}>{lede}</p>}
          {version && (
            <p className={styles.facts}>
              {parents.length > 0 &&
                `${version.development ? 'Local run' : `Version ${version.title}`} · `}
              <time dateTime={version.finishedAt}>{formatDay(version.finishedAt)}</time> ·{' '}
              {version.profile} profile
            </p>
          )}
        </header>
        {version?.development && (
          <p className={styles.development}>
            <strong>In Development.</strong> The newest run on this machine, not published: nobody
            else can look these figures up. <code>npm run lab -- publish</code> turns it into a
            version.
          </p>
        )}
        {children}
      </main>
    </Layout>
  );
}

const descriptionLength = 160;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= descriptionLength) return line;
  return `${line.slice(0, descriptionLength - 1).replace(/\s+\S*$/, '')}…`;
}
