import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import { Fragment, type ReactNode } from 'react';
import type {
  ScenarioEntry,
  SuitePageData,
  VersionTarget,
} from '../../plugins/results/page-data.ts';
import { Answers } from '../Answers/index.tsx';
import { CaveatList } from '../CaveatList/index.tsx';
import { Coverage } from '../Coverage/index.tsx';
import { CoverageMatrix } from '../CoverageMatrix/index.tsx';
import { EnvironmentFacts, RunFacts } from '../EnvironmentFacts/index.tsx';
import { Metrics } from '../Metrics/index.tsx';
import { PageAnchor } from '../PageAnchor/index.tsx';
import ResultLayout from '../ResultLayout/index.tsx';
import { ResultTable } from '../ResultTable/index.tsx';
import { SectionLinks } from '../SectionLinks/index.tsx';
import { Standings } from '../Standings/index.tsx';
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
  // The overview of the version leads here.
  useBrokenLinks().collectAnchor('coverage');
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
      <SectionLinks sections={sectionsOf(page)} />
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
      {page.standings && (
        <section aria-labelledby="standings">
          <h2 id="standings">Who was not beaten</h2>
          <Standings standings={page.standings} />
        </section>
      )}
      <section aria-labelledby="scenarios">
        <h2 id="scenarios">Scenarios</h2>
        <Scenarios categories={page.categories} />
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
        <CoverageMatrix matrix={page.matrix} />
        <div className={styles.missing}>
          <Coverage coverage={page.coverage} />
        </div>
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

/** The headings below, in their order. */
function sectionsOf(page: SuitePageData): [id: string, title: string][] {
  const sections: [id: string, title: string, shown?: boolean][] = [
    ['hypothesis', 'What was expected'],
    ['caveats', 'Caveats', page.caveats.length > 0],
    ['results', 'Across scenarios', page.tables.length > 0],
    ['standings', 'Who was not beaten', Boolean(page.standings)],
    ['scenarios', 'Scenarios'],
    ['subjects', 'Subjects'],
    ['metrics', 'Metrics'],
    ['coverage', 'Coverage'],
    ['environment', 'Run and environment'],
  ];
  return sections.flatMap(([id, title, shown = true]) => (shown ? [[id, title]] : []));
}

function Scenarios({ categories }: { categories: SuitePageData['categories'] }): ReactNode {
  const named = categories.some(({ title }) => title !== null);
  return categories.map(({ title, rows }) => (
    <Fragment key={title ?? ''}>
      {named && <h3 className={styles.category}>{title ?? 'Others'}</h3>}
      <ol className={styles.scenarios}>
        {rows.map((scenario) => (
          <Scenario key={scenario.path} level={named ? 4 : 3} {...scenario} />
        ))}
      </ol>
    </Fragment>
  ));
}

interface ScenarioProperties extends ScenarioEntry {
  level: 3 | 4;
}

function Scenario({
  title,
  path,
  question,
  measured,
  planned,
  level,
}: ScenarioProperties): ReactNode {
  const Heading = `h${level}` as const;
  return (
    <li>
      <Heading>
        <Link to={path}>
          <bdi>{title}</bdi>
        </Link>
      </Heading>
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
