import {
  citationFormatNames,
  citationFormats,
} from '../../../../bench-runner/results/citation/formats.ts';
import { type Citation, citationOf } from '../../../../bench-runner/results/citation.ts';
import { siteRoot } from '../../../../bench-runner/results/site.ts';
import type { CitationSource, PageLink, PageTable, VersionHead } from '../page-data.ts';
import { type Html, html, preformatted } from './html.ts';
import { href, type Page } from './layout.ts';

export interface CitedPage {
  version: VersionHead;
  source: CitationSource;
  /** Titles and paths from the version's overview to the page whose tables are cited. */
  parents: readonly PageLink[];
  title: string;
  path: string;
  tables: readonly PageTable[];
}

/** Path of the page with all citations of a page's tables. */
export function citePagePath(path: string): string {
  return `${path}cite/`;
}

/** Each table of a page cited in every format, to be copied without JavaScript. */
export function citePage({ version, source, parents, title, path, tables }: CitedPage): Page {
  const sections = tables.map(({ table, fingerprint }) =>
    citations(citationOf({ ...source, table, fingerprint, siteRoot: siteRoot() }), path),
  );
  const contents = tables.map(
    ({ table }) => html`<li><a href="#${table.id}">${table.title}</a></li>\n`,
  );
  return {
    title: `Cite ${title}, ${version.development ? 'not published' : `version ${version.label}`}`,
    description: `Citations of the tables of ${title} in ${citationFormatNames.length} formats.`,
    path: citePagePath(path),
    crumbs: [...parents, { title, path }],
    unlisted: true,
    body: html`<h1>Cite ${title}</h1>
${version.development ? unpublished : null}
${tables.length === 0 ? html`<p>The page has no tables.</p>` : html`<ul>\n${contents}</ul>`}
${sections}`,
  };
}

const unpublished = html`<p class="notice"><strong>This run is not published:</strong> its address shows whatever was measured last. Publish it before you cite it.</p>`;

function citations(citation: Citation, path: string): Html {
  const { id, title } = citation.table;
  const formats = citationFormatNames.map((name) => {
    const writer = citationFormats[name];
    return html`<h3 id="${id}-${name}">${writer.title}</h3>
<pre tabindex="0" role="region" aria-labelledby="${id}-${name}">
${preformatted(writer.write(citation))}</pre>
`;
  });
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p><a href="${href(path)}#${id}">The table</a> <code>${citation.token}</code></p>
${formats}</section>
`;
}
