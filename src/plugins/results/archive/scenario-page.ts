import type { ScenarioPageData } from '../page-data.ts';
import { scenarioPath } from '../paths.ts';
import type { Agreement } from './agreement.ts';
import { html } from './html.ts';
import { href, type Page } from './layout.ts';
import { archiveNotice, type NewerPage } from './notice.ts';
import { answerList, caveatSection, coverageSection } from './parts.ts';
import { profileSection } from './profiles.ts';
import { tableSection } from './table.ts';

/** The page of a scenario, complete without JavaScript. */
export function scenarioArchivePage(
  data: ScenarioPageData,
  agreements: ReadonlyMap<string, Agreement>,
  newer: NewerPage | undefined,
): Page {
  const { version, suite, scenario, tables } = data;
  const path = scenarioPath(version.label, suite.id, scenario.id);
  const near = [data.previous, data.next].flatMap((link, index) =>
    link
      ? html`<a href="${href(link.path)}">${index === 0 ? 'Previous' : 'Next'}: ${link.title}</a> `
      : [],
  );
  return {
    title: `${scenario.title}, version ${version.label}`,
    description: `${scenario.question} ${suite.title}, archived version ${version.label}.`,
    path,
    crumbs: [
      { title: version.title, path: version.path },
      { title: suite.title, path: suite.path },
    ],
    body: html`${archiveNotice(version.label, newer)}
<h1>${scenario.title}</h1>
<p class="question">${scenario.question}</p>
<p>${scenario.description}</p>
<p>One operation is: <bdi>${scenario.operation}</bdi>. Subjects are compared with <code>${scenario.baseline}</code>.</p>
${answerList(data.answers)}
${tables.map((table) => tableSection(table, agreements.get(table.table.id) ?? { kind: 'not-measured' }))}
${tables.length === 0 ? html`<p>No table was made of this scenario.</p>` : null}
${profileSection(data.profiles)}
${caveatSection(data.caveats)}
${coverageSection(data.coverage, 2)}
<p><a href="${href(data.documentPath)}">The whole result document</a>, every sample included, as JSON.</p>
<nav aria-label="Scenarios of the suite">${near}</nav>`,
  };
}
