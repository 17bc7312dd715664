import { caveatCatalogue } from '../../../../bench-runner/results/caveat-catalogue.ts';
import {
  type FormattedCell,
  formatNumber,
  formatTable,
  verdictLabels,
} from '../../../../bench-runner/results/format.ts';
import { shortFingerprint } from '../../../../bench-runner/results/short-fingerprint.ts';
import type { Cell, Table } from '../../../../bench-runner/results/tables.ts';
import type { PageTable } from '../page-data.ts';
import type { Agreement } from './agreement.ts';
import { agreementNote } from './agreement-note.ts';
import { type Marks, markAnchor, markNotes, marksOf } from './caveats.ts';
import { escapeHtml, Html, html } from './html.ts';
import { href } from './layout.ts';

const numeric = new Set<Cell['kind']>(['value', 'ratio', 'reference']);

/** A table with everything that can be said about it: caption, cells, notes, citations. */
export function tableSection(
  { table, fingerprint, reference, citePath }: PageTable,
  agreement: Agreement,
): Html {
  const marks = marksOf(table);
  return html`<section id="${table.id}" aria-labelledby="${table.id}_title">
<h2><span id="${table.id}_title">${table.title}</span> <a class="anchor" href="#${table.id}" aria-label="# Link to ${table.title}">#</a></h2>
<p>${table.caption}</p>
${agreementNote(agreement)}
${table.rows.length === 0 ? html`<p>The table has no rows in this version.</p>` : grid(table, marks)}
${markNotes(table, marks)}
<p class="facts">${facts(table)}</p>
<p class="cite"><a href="${href(citePath)}">Cite this table</a> <code>${reference}</code>, fingerprint <code>${shortFingerprint(fingerprint)}</code></p>
</section>`;
}

function grid(table: Table, marks: Marks): Html {
  const header = rowHeader(table);
  const headings = table.columns.map(
    ({ title, unit }) =>
      html`<th scope="col">${title}${unit === null ? null : html` <span class="unit">${unit}</span>`}</th>`,
  );
  const formatted = formatTable(table);
  let rows = '';
  for (let index = 0; index < table.rows.length; index += 1) {
    rows += row(table, marks, header, table.rows[index] ?? [], formatted[index] ?? []);
  }
  return html`<div class="scroll" role="region" aria-labelledby="${table.id}_title" tabindex="0">
<table>
<thead><tr>${headings}</tr></thead>
<tbody>
${new Html(rows)}</tbody>
</table>
</div>`;
}

/** The column that names a row: `subject` where there is one, else the first one of text. */
function rowHeader({ columns, rows }: Table): number {
  const isText = (index: number) => rows.some((row) => row[index]?.kind === 'text');
  const subject = columns.findIndex(({ id }, index) => id === 'subject' && isText(index));
  return subject >= 0 ? subject : columns.findIndex((_, index) => isText(index));
}

// Cells make up most of the archive: they are joined as strings, and each text is escaped here.
function row(
  table: Table,
  marks: Marks,
  header: number,
  cells: readonly Cell[],
  formatted: readonly FormattedCell[],
): string {
  let markup = '<tr>';
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    const text = formatted[index];
    if (!cell || !text) continue;
    const content = cellContent(cell, text, table.id, marks);
    if (index === header) markup += `<th scope="row">${content}</th>`;
    else if (numeric.has(cell.kind)) markup += `<td class="n">${content}</td>`;
    else markup += `<td>${content}</td>`;
  }
  return `${markup}</tr>\n`;
}

function cellContent(cell: Cell, formatted: FormattedCell, table: string, marks: Marks): string {
  let markup = escapeHtml(formatted.text);
  if (cell.kind === 'rank') {
    return cell.tied ? `${markup} <small>tie</small>` : markup;
  }
  if (cell.kind === 'ratio') {
    markup += ` <b class="${cell.verdict}">${verdictLabels[cell.verdict]}</b>`;
  }
  if (cell.kind === 'value' || cell.kind === 'ratio') {
    for (const code of cell.caveats) {
      const { title } = caveatCatalogue[code];
      markup += ` <a class="mark" href="#${markAnchor(table, code)}" title="${escapeHtml(title)}">${marks.get(code) ?? '*'}</a>`;
    }
  }
  return markup + details(formatted);
}

function details({ interval, n, note }: FormattedCell): string {
  if (interval === null && n === null && note === null) return '';
  let told = interval ?? '';
  if (n !== null) told += told === '' ? n : `, ${n}`;
  if (note !== null) told += told === '' ? note : `, ${note}`;
  return ` <small>${escapeHtml(told)}</small>`;
}

function facts({ noiseFloor, detectableRatio }: Table): Html {
  return html`Intervals are 95 %.${
    noiseFloor === null
      ? null
      : html` Noise floor ${formatNumber(noiseFloor)}×, from equal trials in the same blocks.`
  }${
    detectableRatio === null
      ? null
      : html` Differences from ${formatNumber(detectableRatio)}× could be told from a tie.`
  }`;
}
