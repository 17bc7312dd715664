import { baseUrl, siteRoot } from '../../../../bench-runner/results/site.ts';
import { type Html, html } from './html.ts';

export const siteTitle = 'Benchmark Lab';

/** Address of a page or file of the site, within its origin. */
export function href(path: string): string {
  return baseUrl() + path.replace(/^\//, '');
}

/** A step on the way from the results to the page. */
export interface Crumb {
  title: string;
  path: string;
}

export interface Page {
  title: string;
  /** One or two sentences for search engines. */
  description: string;
  /** Path of the page below the site's base, with both slashes. */
  path: string;
  crumbs: readonly Crumb[];
  /** Keeps search engines from listing the page. */
  unlisted?: boolean;
  body: Html;
}

/** Path of the style sheet that all static pages share. */
export interface Assets {
  stylesheet: string;
}

const descriptionLength = 160;

/** A whole page without JavaScript, with the site's header and footer. */
export function page(of: Page, assets: Assets): string {
  const title = of.title === siteTitle ? siteTitle : `${of.title} | ${siteTitle}`;
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${shortened(of.description)}">
${of.unlisted ? html`<meta name="robots" content="noindex, follow">\n` : null}<link rel="canonical" href="${siteRoot() + of.path.replace(/^\//, '')}">
<link rel="icon" href="${href('/img/favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${href(assets.stylesheet)}">
</head>
<body>
<a class="skip" href="#content_">Skip to the content</a>
<header>
<a class="site" href="${href('/')}">${siteTitle}</a>
<nav aria-label="Site"><a href="${href('/results/')}">Results</a> <a href="${href('/docs/introduction/')}">Docs</a> <a href="${href('/notes/')}">Notes</a></nav>
</header>
<main id="content_" tabindex="-1">
${breadcrumbs(of)}
${of.body}
</main>
<footer>
<p>Released under the MIT licence. Every figure names the run it was measured in.</p>
</footer>
</body>
</html>
`.markup;
}

function breadcrumbs({ crumbs, title }: Page): Html {
  const links = crumbs.map(
    ({ title: text, path }) => html`<li><a href="${href(path)}">${text}</a></li>\n`,
  );
  return html`<nav class="crumbs" aria-label="Breadcrumbs">
<ol>
<li><a href="${href('/results/')}">Results</a></li>
${links}<li aria-current="page">${title}</li>
</ol>
</nav>`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= descriptionLength) return line;
  return `${line.slice(0, descriptionLength - 1).replace(/\s+\S*$/, '')}…`;
}
