import type { SuitePageData } from '../page-data.ts';
import { suitePath } from '../paths.ts';
import type { Agreement } from './agreement.ts';
import { html } from './html.ts';
import { href, type Page } from './layout.ts';
import { archiveNotice, type NewerPage } from './notice.ts';
import { answerList, caveatSection, coverageSection, environmentFacts, runFacts } from './parts.ts';
import { matrixGrid, standingsSection } from './scenario-grids.ts';
import { tableSection } from './table.ts';

/** The page of a suite: its question, answers, scenarios and own tables. */
export function suiteArchivePage(
  data: SuitePageData,
  agreements: ReadonlyMap<string, Agreement>,
  newer: NewerPage | undefined,
): Page {
  const { version, suite, tables, source } = data;
  const scenarios = data.scenarios.map(
    ({ title, question, path, measured, planned }) =>
      html`<li><a href="${href(path)}">${title}</a>: <bdi>${question}</bdi> (${measured} of ${planned} cases measured)</li>\n`,
  );
  const subjects = data.subjects.map(
    ({ title, version: release, language, description }) =>
      html`<div><dt>${title}</dt><dd>${release}, ${language}. <bdi>${description}</bdi></dd></div>\n`,
  );
  return {
    title: `${suite.title}, version ${version.label}`,
    description: `${suite.question} Archived version ${version.label}.`,
    path: suitePath(version.label, suite.id),
    crumbs: [{ title: version.title, path: version.path }],
    body: html`${archiveNotice(version.label, newer)}
<h1>${suite.title}</h1>
<p class="question">${suite.question}</p>
<p>What was expected: <bdi>${suite.hypothesis}</bdi></p>
${answerList(data.answers)}
${standingsSection(data.standings)}
<h2>Scenarios</h2>
<ul>
${scenarios}</ul>
${tables.map((table) => tableSection(table, agreements.get(table.table.id) ?? { kind: 'not-measured' }))}
<h2>Subjects</h2>
<dl class="terms">
${subjects}</dl>
${caveatSection(data.caveats)}
${coverageSection(data.coverage, 2)}
${matrixGrid(data.matrix)}
<h2>Run and environment</h2>
${runFacts(source.run)}
${environmentFacts(source.environment)}
<p><a href="${href(data.documentPath)}">The whole result document</a>, every sample included, as JSON.</p>`,
  };
}
