import type { Table } from '../../../bench-runner/results/tables.ts';
import type { CitationSource, PageTable } from '../../plugins/results/page-data.ts';

/** What a table's citations are made from. */
export interface CiteProperties extends PageTable {
  table: Table;
  source: CitationSource;
  development: boolean;
}
