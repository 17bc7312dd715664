import Link from '@docusaurus/Link';
import { Fragment, type ReactNode } from 'react';
import type {
  SuiteSummary,
  VersionPageData,
  VersionTarget,
} from '../../plugins/results/page-data.ts';
import { Answers } from '../Answers/index.tsx';
import { CaveatList } from '../CaveatList/index.tsx';
import { coverageLine } from '../Coverage/index.tsx';
import { EnvironmentFacts, RunFacts } from '../EnvironmentFacts/index.tsx';
import ResultLayout from '../ResultLayout/index.tsx';
import styles from './VersionPage.module.css';

interface Properties {
  page: VersionPageData;
  targets: VersionTarget[];
}

/** A version at a glance: what was run, on what, when, and what each suite answers. */
export default function VersionPage({ page, targets }: Properties): ReactNode {
  const { version, suites, environment } = page;
  const title = version.development ? version.title : `Version ${version.title}`;
  return (
    <ResultLayout
      title={title}
      fullTitle={`Results, ${version.title}`}
      description={`Benchmark results of ${suites.map((suite) => suite.title).join(', ')} on ${environment.cpuModel}, ${environment.operatingSystem}.`}
      parents={[]}
      version={version}
      targets={targets}
    >
      {suites.map((suite) => (
        <Suite key={suite.id} {...suite} />
      ))}
      <section aria-labelledby="environment">
        <h2 id="environment">Environment</h2>
        {page.environments.map(({ environment: of, suites: measured }) => (
          <Fragment key={measured[0]}>
            {page.environments.length > 1 && (
              <h3>
                <bdi>{measured.join(', ')}</bdi>
              </h3>
            )}
            <EnvironmentFacts environment={of} />
          </Fragment>
        ))}
      </section>
    </ResultLayout>
  );
}

function Suite({ id, title, question, path, ...suite }: SuiteSummary): ReactNode {
  return (
    <section className={styles.suite} aria-labelledby={id}>
      <h2 id={id}>
        <Link to={path}>
          <bdi>{title}</bdi>
        </Link>
      </h2>
      <p className={styles.question}>
        <bdi>{question}</bdi>
      </p>
      <Answers answers={suite.answers} question={question} />
      {suite.caveats.length > 0 && (
        <>
          <h3>Caveats</h3>
          <CaveatList caveats={suite.caveats} />
        </>
      )}
      <h3>Coverage</h3>
      <p className={styles.extent}>
        {suite.scenarios} {suite.scenarios === 1 ? 'scenario' : 'scenarios'} with {suite.subjects}{' '}
        {suite.subjects === 1 ? 'subject' : 'subjects'}.
      </p>
      <p>
        {coverageLine(suite.coverage)} <Link to={`${path}#coverage`}>Scenario by scenario</Link>
      </p>
      <h3>Run</h3>
      <RunFacts run={suite.run} />
    </section>
  );
}
