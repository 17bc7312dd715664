import type { CaveatCode } from '../../../../bench-runner/results/caveat.ts';
import {
  type FormattedCell,
  formatCell,
  verdictLabels,
} from '../../../../bench-runner/results/format.ts';
import { shortFingerprint } from '../../../../bench-runner/results/short-fingerprint.ts';
import type { Cell, Column, Table } from '../../../../bench-runner/results/tables.ts';
import type { PageTable } from '../page-data.ts';
import type { Agreement } from './agreement.ts';
import { agreementNote } from './agreement-note.ts';
import { caveatAnchor, caveatList, tableCaveatAnchor } from './caveats.ts';
import { escapeHtml, Html, html } from './html.ts';
import { href } from './layout.ts';

const numeric = new Set<Cell['kind']>(['value', 'ratio', 'reference']);

/** A table with everything that can be said about it: caption, cells, notes, citations. */
export function tableSection(
  { table, fingerprint, reference, citePath }: PageTable,
  agreement: Agreement,
): Html {
  return html`<section class="table" aria-labelledby="${table.id}">
<h2 id="${table.id}">${table.title} <a class="anchor" href="#${table.id}" aria-label="Link to this table">#</a></h2>
<p>${table.caption}</p>
${agreementNote(agreement)}
${table.rows.length === 0 ? html`<p>The table has no rows in this version.</p>` : grid(table)}
<p class="facts">${facts(table)}</p>
${caveatList(table.caveats, (code) => tableCaveatAnchor(table.id, code))}
<p class="cite"><a href="${href(citePath)}">Cite this table</a> <code>${reference}</code>, fingerprint <code>${shortFingerprint(fingerprint)}</code></p>
</section>`;
}

function grid(table: Table): Html {
  const header = rowHeader(table);
  const headings = table.columns.map(
    ({ title, unit }) =>
      html`<th scope="col">${title}${unit === null ? null : html` <span class="unit">${unit}</span>`}</th>`,
  );
  const own = new Set(table.caveats.map(({ code }) => code));
  const rows = table.rows.map((cells) => row(table, own, cells, header)).join('');
  return html`<div class="scroll" role="region" aria-labelledby="${table.id}" tabindex="0">
<table>
<thead><tr>${headings}</tr></thead>
<tbody>
${new Html(rows)}</tbody>
</table>
</div>`;
}

/** The first column of texts names its rows; a table without one has no row headings. */
function rowHeader(table: Table): number {
  return table.columns.findIndex((_, index) => table.rows[0]?.[index]?.kind === 'text');
}

// Cells make up most of the archive: they are joined as strings, and each text is escaped here.
function row(
  table: Table,
  own: ReadonlySet<CaveatCode>,
  cells: readonly Cell[],
  header: number,
): string {
  let markup = '<tr>';
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    const column = table.columns[index];
    if (!cell || !column) continue;
    const content = cellContent(cell, column, table.id, own);
    if (index === header) markup += `<th scope="row">${content}</th>`;
    else if (numeric.has(cell.kind)) markup += `<td class="n">${content}</td>`;
    else markup += `<td>${content}</td>`;
  }
  return `${markup}</tr>\n`;
}

function cellContent(
  cell: Cell,
  column: Column,
  table: string,
  own: ReadonlySet<CaveatCode>,
): string {
  const formatted = formatCell(cell, column);
  let markup = escapeHtml(formatted.text);
  if (cell.kind === 'rank') {
    return cell.tied ? `${markup} <small>tie</small>` : markup;
  }
  if (cell.kind === 'ratio')
    markup += ` <b class="${cell.verdict}">${verdictLabels[cell.verdict]}</b>`;
  markup += details(formatted);
  if (cell.kind !== 'value' && cell.kind !== 'ratio') return markup;
  for (const code of cell.caveats) {
    const anchor = own.has(code) ? tableCaveatAnchor(table, code) : caveatAnchor(code);
    markup += ` <a class="mark" href="#${anchor}">${code}</a>`;
  }
  return markup;
}

function details({ interval, n, note }: FormattedCell): string {
  const parts = [interval, n, note].filter((part) => part !== null);
  return parts.length === 0 ? '' : ` <small>${escapeHtml(parts.join(', '))}</small>`;
}

function facts(table: Table): Html {
  const floor =
    table.noiseFloor === null
      ? html`No noise floor was measured.`
      : html`Noise floor ${percentAbove(table.noiseFloor)}.`;
  const detectable =
    table.detectableRatio === null
      ? null
      : html` A difference of ${percentAbove(table.detectableRatio)} could have been told from a tie.`;
  return html`Intervals are 95 %. ${floor}${detectable}`;
}

function percentAbove(ratio: number): string {
  return `${((ratio - 1) * 100).toFixed(1)} %`;
}
