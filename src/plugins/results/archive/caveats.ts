import type { Caveat, CaveatCode } from '../../../../bench-runner/results/caveat.ts';
import type { Table } from '../../../../bench-runner/results/tables.ts';
import { type Html, html } from './html.ts';
import { href } from './layout.ts';

// No id of a document holds an underscore, so these anchors meet no table's.

/** Where a page explains a caveat of its cells. */
export function caveatAnchor(code: CaveatCode): string {
  return `caveat_${code}`;
}

/** Where a table's own caveats stand below it. */
export function tableCaveatAnchor(table: string, code: CaveatCode): string {
  return `${table}_${code}`;
}

/** Where the documentation explains what a caveat means and what to do about it. */
function advice(code: CaveatCode): Html {
  return html`<a href="${href(`/docs/methodology/caveats/#${code}`)}">${code}</a>`;
}

/**
 * Caveats with what was seen, each linked to what it means; the first of a code carries its anchor, where
 * the page has any.
 */
export function caveatList(
  caveats: readonly Caveat[],
  anchor: ((code: CaveatCode) => string) | null,
): Html | null {
  if (caveats.length === 0) return null;
  const placed = new Set<CaveatCode>();
  const items = caveats.map(({ code, detail }) => {
    const first = anchor !== null && !placed.has(code);
    placed.add(code);
    return first
      ? html`<li id="${anchor(code)}">${advice(code)}: ${detail}</li>\n`
      : html`<li>${advice(code)}: ${detail}</li>\n`;
  });
  return html`<ul class="caveats">\n${items}</ul>`;
}

/**
 * What the marks of a page mean: each caveat of its cases, and each code that a cell bears without
 * one, so that no mark leads nowhere.
 */
export function caveatNotes(caveats: readonly Caveat[], tables: readonly Table[]): Html | null {
  const explained = new Set(caveats.map(({ code }) => code));
  const marked = new Set(tables.flatMap(marksOf));
  const unexplained = [...marked].filter((code) => !explained.has(code));
  if (explained.size + unexplained.length === 0) return null;
  const items = unexplained.map(
    (code) => html`<li id="${caveatAnchor(code)}">${advice(code)}</li>\n`,
  );
  return html`<section aria-labelledby="caveats_">
<h2 id="caveats_">Caveats</h2>
${caveatList(caveats, caveatAnchor)}
${items.length > 0 ? html`<ul class="caveats">\n${items}</ul>` : null}
</section>`;
}

function marksOf(table: Table): CaveatCode[] {
  const own = new Set(table.caveats.map(({ code }) => code));
  const marks: CaveatCode[] = [];
  for (const row of table.rows) {
    for (const cell of row) {
      if (cell.kind !== 'value' && cell.kind !== 'ratio') continue;
      for (const code of cell.caveats) if (!own.has(code)) marks.push(code);
    }
  }
  return marks;
}
