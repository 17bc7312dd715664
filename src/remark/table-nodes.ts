import type { AlignType, Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast';
import { citedTable } from '../../bench-runner/results/citation/cited-cell.ts';
import { citationOf } from '../../bench-runner/results/citation.ts';
import { fingerprintOfTable } from '../../bench-runner/results/fingerprint.ts';
import { baseUrl, siteRoot } from '../../bench-runner/results/site.ts';
import type { Table } from '../../bench-runner/results/tables.ts';
import { tablePagePath } from '../plugins/results/paths.ts';
import type { PublishedTable } from './published-table.ts';

/** A published table as Markdown nodes: title, table, and where it can be checked. */
export function tableNodes(published: PublishedTable): RootContent[] {
  const { table } = published;
  const { headings, rows } = citedTable(table);
  return [
    paragraph([{ type: 'strong', children: [text(table.title)] }, text(` ${table.caption}`)]),
    {
      type: 'table',
      align: table.columns.map((_, index) => alignmentOf(table, index)),
      children: [headings, ...rows].map(row),
    },
    source(published),
  ];
}

/** What a citation says, with a link to the table. */
function source({ version, document, table }: PublishedTable): Paragraph {
  const { suite, run, environment, caveats } = document;
  const citation = citationOf({
    version,
    suite,
    run,
    environment,
    caveats,
    table,
    fingerprint: fingerprintOfTable(table),
    siteRoot: siteRoot(),
  });
  const page = tablePagePath(version, suite.id, table.scenario);
  const inForce = citation.caveats.length === 0 ? 'none' : citation.caveats.join('; ');
  return paragraph([
    text('Source: '),
    {
      type: 'link',
      // Not a route where the version is archived, so the router must leave it alone.
      url: `pathname://${baseUrl()}${page.slice(1)}#${table.id}`,
      children: [text(`${citation.suiteTitle}, version ${version}`)],
    },
    text(`, ${citation.date}. Environment: ${citation.environment}. Caveats: ${inForce}. Verify: `),
    { type: 'inlineCode', value: citation.token },
  ]);
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
