import type {
  Category,
  CoverageCell,
  CoverageMatrix,
  PageLink,
  StandingCell,
  Standings,
} from '../page-data.ts';
import { type Html, html } from './html.ts';
import { href } from './layout.ts';

/** How many cases of each scenario and subject were measured; the reasons stand below it. */
export function matrixGrid({ subjects, categories }: CoverageMatrix): Html {
  const rows = categories.map(({ title, rows: of }) => ({
    title,
    rows: of.map((row) => ({ ...row, cells: row.cells.map(measured) })),
  }));
  return grid('Cases measured, by scenario and subject', subjects, rows);
}

/** Which subjects were not beaten in which scenario; nothing where nothing was compared. */
export function standingsSection(standings: Standings | null): Html | null {
  if (!standings) return null;
  const rows = standings.categories.map(({ title, rows: of }) => ({
    title,
    rows: of.map((row) => ({ ...row, cells: row.cells.map(notBeaten) })),
  }));
  const caption = 'Comparisons in which a subject was not beaten, by scenario';
  return html`<h2>Who was not beaten</h2>
<p>In how many comparisons of a scenario, one for each set of parameters, no other subject was found better beyond the noise; with = it shares the first place in at least one. Nothing is added up over scenarios.</p>
${grid(caption, standings.subjects, rows)}`;
}

function grid(
  caption: string,
  subjects: readonly string[],
  categories: readonly Category<PageLink & { cells: string[] }>[],
): Html {
  const named = categories.some(({ title }) => title !== null);
  const bodies = categories.map(({ title, rows }) => {
    const lines = rows.map(
      (row) =>
        html`<tr><th scope="row"><a href="${href(row.path)}">${row.title}</a></th>${row.cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
    );
    const heading = named
      ? html`<tr><th scope="rowgroup" colspan="${subjects.length + 1}">${title ?? 'Others'}</th></tr>\n`
      : null;
    return html`<tbody>\n${heading}${lines}</tbody>\n`;
  });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table>
<thead><tr><th scope="col">Scenario</th>${subjects.map((subject) => html`<th scope="col">${subject}</th>`)}</tr></thead>
${bodies}</table>
</div>`;
}

function measured({ planned, measured: count, failed }: CoverageCell): string {
  if (planned === 0) return 'no part';
  if (count === planned) return `✓ ${count}`;
  return `${failed > 0 ? '✗' : '–'} ${count} of ${planned}`;
}

function notBeaten(cell: StandingCell | null): string {
  if (!cell) return 'not compared';
  return `${cell.first} of ${cell.ranked}${cell.tied > 0 ? ' =' : ''}`;
}
