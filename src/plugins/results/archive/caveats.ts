import type { Caveat, CaveatCode } from '../../../../bench-runner/results/caveat.ts';
import { caveatCatalogue } from '../../../../bench-runner/results/caveat-catalogue.ts';
import type { Table } from '../../../../bench-runner/results/tables.ts';
import { type Html, html } from './html.ts';
import { href } from './layout.ts';

/** Letters under which the caveats of a table and of its cells stand below it. */
export type Marks = ReadonlyMap<CaveatCode, string>;

/** A letter for each caveat of a table and of its cells, in order of first mention. */
export function marksOf(table: Table): Marks {
  const codes = new Set<CaveatCode>(table.caveats.map(({ code }) => code));
  for (const row of table.rows) {
    for (const cell of row) {
      if ('caveats' in cell) for (const code of cell.caveats) codes.add(code);
    }
  }
  return new Map([...codes].map((code, index) => [code, String.fromCodePoint(97 + index)]));
}

/** Where a table explains one of its marks. No id of a document holds an underscore. */
export function markAnchor(table: string, code: CaveatCode): string {
  return `${table}_${code}`;
}

/** What the marks of a table stand for, each under the anchor that its marks lead to. */
export function markNotes(table: Table, marks: Marks): Html | null {
  if (marks.size === 0) return null;
  const items = [...marks].map(([code, mark]) => {
    const details = table.caveats.flatMap((caveat) => (caveat.code === code ? caveat.detail : []));
    return html`<li id="${markAnchor(table.id, code)}"><sup>${mark}</sup> ${explained(code, details)}</li>\n`;
  });
  return html`<ul class="caveats" aria-label="Caveats of the table">\n${items}</ul>`;
}

/** Caveats of a page or a suite, with what was seen. */
export function caveatList(caveats: readonly Caveat[]): Html | null {
  if (caveats.length === 0) return null;
  const byCode = new Map<CaveatCode, string[]>();
  for (const { code, detail } of caveats) byCode.set(code, [...(byCode.get(code) ?? []), detail]);
  const items = [...byCode].map(([code, details]) => html`<li>${explained(code, details)}</li>\n`);
  return html`<ul class="caveats">\n${items}</ul>`;
}

function explained(code: CaveatCode, details: readonly string[]): Html {
  const { title, advice, href: path } = caveatCatalogue[code];
  return html`<strong>${title}.</strong> ${details.map((detail) => html`<bdi>${detail}</bdi> `)}${advice} <a href="${href(path)}" aria-label="About this caveat: ${title}">About this caveat</a>`;
}
