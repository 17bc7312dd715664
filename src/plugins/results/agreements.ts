import { agreementOf, type JudgedTables } from './archive/agreement.ts';
import type { CitationSource, PageTable } from './page-data.ts';

interface TablePage {
  version: { development: boolean };
  source: CitationSource;
  tables: PageTable[];
}

/** A page whose tables say whether newer published versions bear them out. */
export function withAgreements<Page extends TablePage>(page: Page, newer: JudgedTables): Page {
  if (page.version.development) return page;
  const tables = page.tables.map((one) => {
    const judged = newer.get(`${page.source.suite.id}/${one.table.id}`);
    return judged ? { ...one, agreement: agreementOf(one.table, judged) } : one;
  });
  return { ...page, tables };
}
