import type { VersionPageData } from '../page-data.ts';
import { caveatList } from './caveats.ts';
import { html } from './html.ts';
import { href, type Page } from './layout.ts';
import { archiveNotice, type NewerPage } from './notice.ts';
import { answerList, environmentFacts, runFacts } from './parts.ts';

/** The overview of a version: what was run, when and on what, with each suite's answers. */
export function overviewArchivePage(data: VersionPageData, newer: NewerPage | undefined): Page {
  const { version, suites, environment } = data;
  const sections = suites.map(
    ({ title, question, path, answers, scenarios, subjects, coverage, caveats, run }) => {
      const missing =
        coverage.failed.length + coverage.skipped.reduce((sum, { keys }) => sum + keys.length, 0);
      return html`<h2><a href="${href(path)}">${title}</a></h2>
<p class="question">${question}</p>
${answerList(answers)}
<p>${scenarios} scenarios, ${subjects} subjects, ${coverage.measured} of ${coverage.measured + missing} cases measured.</p>
${runFacts(run)}
${caveatList(caveats)}
`;
    },
  );
  return {
    title: `Version ${version.label}`,
    description: `Benchmark results of version ${version.label}, archived: ${suites.map(({ title }) => title).join(', ')}.`,
    path: version.path,
    crumbs: [],
    body: html`${archiveNotice(version.label, newer)}
<h1>Version ${version.label}</h1>
${sections}
<h2>Environment</h2>
${environmentFacts(environment)}`,
  };
}
