import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import type { Headline, HomeData, VersionHead } from '../../plugins/results/page-data.ts';
import { resultsPath } from '../../plugins/results/paths.ts';
import { Answers } from '../Answers/index.tsx';
import { Command } from '../Command/index.tsx';
import { EmptyResults } from '../EmptyResults/index.tsx';
import { Notices } from '../Notices/index.tsx';
import { formatDay } from '../ResultLayout/dates.ts';
import { ResultTable } from '../ResultTable/index.tsx';
import styles from './HomePage.module.css';

const description =
  'Benchmark suites whose every sample, environment and caveat is kept, published as tables that can be cited and checked.';

/** What this is, what was measured last, how to cite it and how to measure it oneself. */
export default function HomePage({ page }: { page: HomeData }): ReactNode {
  const { version, headlines, notices } = page;
  return (
    <Layout title="Results to trust, rebuild and cite" description={description}>
      <main className={styles.page}>
        <header className={styles.hero}>
          <h1>Benchmark results that can be trusted, rebuilt and cited</h1>
          <p>
            Benchmark Lab runs suites of benchmarks and keeps every sample with the machine it came
            from. It says what could be told apart and what could not, and names each reason to
            doubt a figure. Each table has an address, a fingerprint and a citation, so that a claim
            built on it can be checked years later.
          </p>
          <p className={styles.actions}>
            <Link className={styles.primary} to={version?.path ?? resultsPath}>
              {version ? 'Read the results' : 'All versions'}
            </Link>
            <Link className={styles.secondary} to="/docs/introduction/">
              How it works
            </Link>
          </p>
        </header>
        <Notices notices={notices} />
        <section aria-labelledby="newest">
          <h2 id="newest">Newest results</h2>
          {version ? <About version={version} /> : <EmptyResults />}
          {headlines.map((headline) => (
            <HeadlineSection
              key={headline.suite.id}
              development={version?.development ?? true}
              {...headline}
            />
          ))}
        </section>
        <div className={styles.guides}>
          <section aria-labelledby="cite">
            <h2 id="cite">Cite a table</h2>
            <p>
              Press <em>Cite</em> above a table for Markdown, plain text, BibTeX, CSL-JSON, CSV or
              LaTeX. The citation carries a permanent address, the environment, the caveats in force
              and a fingerprint, from which anybody can check that the figures are unchanged:
            </p>
            <Command>npm run lab -- verify citation.md</Command>
          </section>
          <section aria-labelledby="run">
            <h2 id="run">Run it yourself</h2>
            <p>
              With Node 20 or newer and nothing else, this measures the quick profile on your
              machine and opens this site with your figures in it:
            </p>
            <Command>npm ci && npm start</Command>
          </section>
        </div>
      </main>
    </Layout>
  );
}

function About({ version }: { version: VersionHead }): ReactNode {
  return (
    <p className={styles.about}>
      {version.development ? 'The newest run on this machine' : `Version ${version.title}`},{' '}
      measured on <time dateTime={version.finishedAt}>{formatDay(version.finishedAt)}</time> with
      the {version.profile} profile. <Link to={version.path}>Everything that was measured</Link>
    </p>
  );
}

interface HeadlineProperties extends Headline {
  development: boolean;
}

function HeadlineSection({
  suite,
  answers,
  source,
  table,
  development,
}: HeadlineProperties): ReactNode {
  return (
    <section className={styles.headline} aria-labelledby={`suite-${suite.id}`}>
      <h3 id={`suite-${suite.id}`}>
        <Link to={suite.path}>
          <bdi>{suite.title}</bdi>
        </Link>
      </h3>
      <p className={styles.question}>
        <bdi>{suite.question}</bdi>
      </p>
      <Answers answers={answers.slice(0, headlineAnswers)} question={suite.question} />
      {table && (
        <ResultTable
          level={4}
          anchor={`${suite.id}_${table.table.id}`}
          source={source}
          development={development}
          {...table}
        />
      )}
    </section>
  );
}

const headlineAnswers = 3;
