import type { ReactNode } from 'react';
import type { ResultsIndexData, VersionEntry } from '../../plugins/results/page-data.ts';
import { EmptyResults } from '../EmptyResults/index.tsx';
import { Notices } from '../Notices/index.tsx';
import { PageAnchor } from '../PageAnchor/index.tsx';
import { formatDay } from '../ResultLayout/dates.ts';
import ResultLayout from '../ResultLayout/index.tsx';
import styles from './ResultsIndex.module.css';

/** All versions, archived ones included: when each was measured, of what and on what. */
export default function ResultsIndex({ page }: { page: ResultsIndexData }): ReactNode {
  const { versions, notices } = page;
  return (
    <ResultLayout
      title="All versions"
      fullTitle="Results of all versions"
      description="Every published version of the benchmark results, with its date, profile, suites and environment."
      parents={[]}
    >
      <Notices notices={notices} />
      {versions.length === 0 ? (
        <EmptyResults />
      ) : (
        <ol className={styles.versions}>
          {versions.map((version) => (
            <Version key={version.label} {...version} />
          ))}
        </ol>
      )}
    </ResultLayout>
  );
}

function Version({
  title,
  path,
  live,
  finishedAt,
  profile,
  suites,
  ...version
}: VersionEntry): ReactNode {
  return (
    <li>
      <div>
        <h2>
          <PageAnchor path={path} live={live}>
            {title}
          </PageAnchor>
        </h2>
        <p>
          <time dateTime={finishedAt}>{formatDay(finishedAt)}</time>
          <br />
          {version.development ? 'local run' : live ? 'published' : 'archived'}, {profile} profile
        </p>
      </div>
      <div>
        <ul className={styles.suites}>
          {suites.map((suite) => (
            <li key={suite.id}>
              <PageAnchor path={suite.path} live={live}>
                <bdi>{suite.title}</bdi>
              </PageAnchor>
            </li>
          ))}
        </ul>
        <p>
          <bdi>{version.environment}</bdi>
        </p>
      </div>
    </li>
  );
}
