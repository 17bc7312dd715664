import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ReactNode } from 'react';
import { formatParameter } from '../../../bench-runner/results/format.ts';
import type { Scenario } from '../../../bench-runner/results/schema.ts';
import type { PageLink, ScenarioPageData, VersionTarget } from '../../plugins/results/page-data.ts';
import { Answers } from '../Answers/index.tsx';
import { CaveatList } from '../CaveatList/index.tsx';
import { Charts } from '../ChartFigure/Charts.tsx';
import { SeriesCharts } from '../ChartFigure/SeriesCharts.tsx';
import { Coverage } from '../Coverage/index.tsx';
import { FactList } from '../EnvironmentFacts/FactList.tsx';
import { EnvironmentFacts, RunFacts } from '../EnvironmentFacts/index.tsx';
import { Profiles } from '../FlameGraph/index.tsx';
import { Metrics } from '../Metrics/index.tsx';
import { PageAnchor } from '../PageAnchor/index.tsx';
import ResultLayout from '../ResultLayout/index.tsx';
import { ResultTable } from '../ResultTable/index.tsx';
import { Subjects } from '../Subjects/index.tsx';
import { TableOverview } from '../TableOverview/index.tsx';
import styles from './ScenarioPage.module.css';

interface Properties {
  page: ScenarioPageData;
  targets: VersionTarget[];
}

/** One workload: its question, its tables, their charts and everything they rest on. */
export default function ScenarioPage({ page, targets }: Properties): ReactNode {
  const { version, suite, scenario, source, tables, charts } = page;
  // The matrix of the suite's page leads here.
  useBrokenLinks().collectAnchor('coverage');
  return (
    <ResultLayout
      title={scenario.title}
      fullTitle={`${scenario.title}: ${suite.title}, ${version.title}`}
      description={`${scenario.question} Measured on ${source.environment.cpuModel}: ${scenario.description}`}
      lede={scenario.question}
      parents={[{ title: version.title, path: version.path }, suite]}
      version={version}
      targets={targets}
    >
      <Answers answers={page.answers} question={scenario.question} />
      <p className={styles.description}>
        <bdi>{scenario.description}</bdi>
      </p>
      <section aria-labelledby="results">
        <h2 id="results">Results</h2>
        <TableOverview tables={tables} />
        {tables.length === 0 && <p>The run holds no table for this scenario.</p>}
        {tables.map((table) => (
          <ResultTable
            key={table.table.id}
            source={source}
            development={version.development}
            {...table}
          />
        ))}
      </section>
      <Charts charts={charts} />
      <SeriesCharts series={page.series} />
      <Profiles profiles={page.profiles} />
      <section aria-labelledby="method">
        <h2 id="method">How it was measured</h2>
        <FactList facts={methodFacts(scenario, page)} />
        <Metrics metrics={page.metrics} />
      </section>
      <section aria-labelledby="subjects">
        <h2 id="subjects">Subjects</h2>
        <Subjects subjects={page.subjects} baseline={scenario.baseline} />
      </section>
      {page.caveats.length > 0 && (
        <section aria-labelledby="caveats">
          <h2 id="caveats">Caveats of its cases</h2>
          <CaveatList caveats={page.caveats} />
        </section>
      )}
      <section aria-labelledby="coverage">
        <h2 id="coverage">Coverage</h2>
        <Coverage coverage={page.coverage} />
      </section>
      <section aria-labelledby="data">
        <h2 id="data">Raw data</h2>
        <ul className={styles.data}>
          <li>
            <PageAnchor path={page.samplesPath} live={false} download>
              Every sample of this scenario
            </PageAnchor>{' '}
            as CSV, a line for each metric of each trial
          </li>
          {page.series && (
            <li>
              <PageAnchor path={page.series.csvPath} live={false} download>
                Its course over time
              </PageAnchor>{' '}
              as CSV, a line for each point of each trial
            </li>
          )}
          <li>
            <PageAnchor path={page.documentPath} live={false}>
              The whole result document
            </PageAnchor>{' '}
            of the suite as JSON
          </li>
        </ul>
      </section>
      <section aria-labelledby="environment">
        <h2 id="environment">Run and environment</h2>
        <RunFacts run={source.run} />
        <EnvironmentFacts environment={source.environment} />
      </section>
      <Neighbours previous={page.previous} next={page.next} />
    </ResultLayout>
  );
}

function methodFacts(scenario: Scenario, page: ScenarioPageData): [string, string][] {
  const baseline = page.subjects.find(({ id }) => id === scenario.baseline)?.title;
  return [
    ['One operation', scenario.operation],
    ['Baseline', baseline ?? scenario.baseline],
    ...scenario.axes.map((axis): [string, string] => [
      axis.title,
      axis.values.map((value) => formatParameter(value, axis.unit)).join(', '),
    ]),
  ];
}

function Neighbours({ previous, next }: Record<'previous' | 'next', PageLink | null>): ReactNode {
  if (!previous && !next) return null;
  return (
    <nav className={styles.neighbours} aria-label="Scenarios of this suite">
      {previous && (
        <Link to={previous.path} className={styles.previous}>
          <small>Previous scenario</small>
          <bdi>{previous.title}</bdi>
        </Link>
      )}
      {next && (
        <Link to={next.path} className={styles.next}>
          <small>Next scenario</small>
          <bdi>{next.title}</bdi>
        </Link>
      )}
    </nav>
  );
}
