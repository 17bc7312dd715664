import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import type {
  ScenarioEntry,
  SuitePageData,
  VersionTarget,
} from '../../plugins/results/page-data.ts';
import { Answers } from '../Answers/index.tsx';
import { CaveatList } from '../CaveatList/index.tsx';
import { Coverage } from '../Coverage/index.tsx';
import { EnvironmentFacts, RunFacts } from '../EnvironmentFacts/index.tsx';
import { Metrics } from '../Metrics/index.tsx';
import { PageAnchor } from '../PageAnchor/index.tsx';
import ResultLayout from '../ResultLayout/index.tsx';
import { ResultTable } from '../ResultTable/index.tsx';
import { Subjects } from '../Subjects/index.tsx';
import { TableOverview } from '../TableOverview/index.tsx';
import styles from './SuitePage.module.css';

interface Properties {
  page: SuitePageData;
  targets: VersionTarget[];
}

/** One question: what was expected, what the data answer, and the scenarios they come from. */
export default function SuitePage({ page, targets }: Properties): ReactNode {
  const { version, suite, source } = page;
  return (
    <ResultLayout
      title={suite.title}
      fullTitle={`${suite.title}, ${version.title}`}
      description={`${suite.question} ${page.answers[0]?.text ?? suite.hypothesis}`}
      lede={suite.question}
      parents={[{ title: version.title, path: version.path }]}
      version={version}
      targets={targets}
    >
      <Answers answers={page.answers} question={suite.question} />
      <section className={styles.hypothesis} aria-labelledby="hypothesis">
        <h2 id="hypothesis">What was expected</h2>
        <p>
          <bdi>{suite.hypothesis}</bdi>
        </p>
      </section>
      {page.caveats.length > 0 && (
        <section aria-labelledby="caveats">
          <h2 id="caveats">Caveats</h2>
          <CaveatList caveats={page.caveats} />
        </section>
      )}
      {page.tables.length > 0 && (
        <section aria-labelledby="results">
          <h2 id="results">Across scenarios</h2>
          <TableOverview tables={page.tables} />
          {page.tables.map((table) => (
            <ResultTable
              key={table.table.id}
              source={source}
              development={version.development}
              {...table}
            />
          ))}
        </section>
      )}
      <section aria-labelledby="scenarios">
        <h2 id="scenarios">Scenarios</h2>
        <ol className={styles.scenarios}>
          {page.scenarios.map((scenario) => (
            <Scenario key={scenario.id} {...scenario} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="subjects">
        <h2 id="subjects">Subjects</h2>
        <Subjects subjects={page.subjects} />
      </section>
      <section aria-labelledby="metrics">
        <h2 id="metrics">Metrics</h2>
        <Metrics metrics={page.metrics} />
      </section>
      <section aria-labelledby="coverage">
        <h2 id="coverage">Coverage</h2>
        <Coverage coverage={page.coverage} />
      </section>
      <section aria-labelledby="environment">
        <h2 id="environment">Run and environment</h2>
        <RunFacts run={source.run} />
        <EnvironmentFacts environment={source.environment} />
        <p className={styles.document}>
          <PageAnchor path={page.documentPath} live={false}>
            The whole result document
          </PageAnchor>{' '}
          as JSON, with every sample.
        </p>
      </section>
    </ResultLayout>
  );
}

function Scenario({ title, path, question, measured, planned }: ScenarioEntry): ReactNode {
  return (
    <li>
      <h3>
        <Link to={path}>
          <bdi>{title}</bdi>
        </Link>
      </h3>
      <p>
        <bdi>{question}</bdi>
      </p>
      <p className={styles.measured}>
        {measured === planned
          ? `${measured} ${measured === 1 ? 'case' : 'cases'}`
          : `${measured} of ${planned} cases measured`}
      </p>
    </li>
  );
}
