import type { AlignType, Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast';
import { fingerprintOfTable } from '../../bench-runner/results/fingerprint.ts';
import { formatCell, verdictLabels } from '../../bench-runner/results/format.ts';
import { shortFingerprint } from '../../bench-runner/results/short-fingerprint.ts';
import { baseUrl } from '../../bench-runner/results/site.ts';
import type { Cell, Column, Table } from '../../bench-runner/results/tables.ts';
import { tablePagePath } from '../plugins/results/paths.ts';
import type { PublishedTable } from './published-table.ts';

/** A published table as Markdown nodes: title, table, and where it can be checked. */
export function tableNodes({ version, document, table }: PublishedTable): RootContent[] {
  const page = tablePagePath(version, document.suite.id, table.scenario);
  return [
    paragraph([{ type: 'strong', children: [text(table.title)] }, text(`. ${table.caption}`)]),
    {
      type: 'table',
      align: table.columns.map((_, index) => alignmentOf(table, index)),
      children: [
        row(table.columns.map(({ title, unit }) => (unit === null ? title : `${title}, ${unit}`))),
        ...table.rows.map((cells) =>
          row(cells.map((cell, index) => words(cell, table.columns[index]))),
        ),
      ],
    },
    paragraph([
      text('Source: '),
      {
        type: 'link',
        // Not a route where the version is archived, so the router must leave it alone.
        url: `pathname://${baseUrl()}${page.slice(1)}#${table.id}`,
        children: [text(`${version}/${document.suite.id}/${table.id}`)],
      },
      text(`, ${document.run.finishedAt.slice(0, 10)}, ${document.environment.cpuModel}, `),
      text(`${document.run.profile} profile, fingerprint `),
      { type: 'inlineCode', value: shortFingerprint(fingerprintOfTable(table)) },
      text(caveatsOf(table, document.caveats)),
    ]),
  ];
}

function words(cell: Cell, column: Column | undefined): string {
  if (!column) return '';
  const { text: figure, interval, n, note } = formatCell(cell, column);
  const verdict = cell.kind === 'ratio' ? verdictLabels[cell.verdict] : null;
  const aside = [verdict, interval, n, note].filter((part) => part !== null).join(', ');
  return aside === '' ? figure : `${figure} (${aside})`;
}

function caveatsOf(table: Table, ofDocument: Table['caveats']): string {
  const codes = new Set([...ofDocument, ...table.caveats].map(({ code }) => code));
  return codes.size === 0 ? '.' : `. Caveats: ${[...codes].join(', ')}.`;
}

function alignmentOf({ rows }: Table, index: number): AlignType {
  const kinds = rows.map((row) => row[index]?.kind);
  return kinds.includes('value') || kinds.includes('ratio') ? 'right' : 'left';
}

function row(cells: readonly string[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
  };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
