import type { ResultDocument } from '../../../../bench-runner/results/schema.ts';
import type { Cell, Table } from '../../../../bench-runner/results/tables.ts';

/** What a ratio of a table said, with its 95 % interval. */
export interface Judgement {
  verdict: 'tie' | 'better' | 'worse';
  low: number;
  high: number;
}

/** The judgements of one table in one version, by row and column. */
export interface JudgedTable {
  version: string;
  /** Path of the table on the site, with its anchor. */
  path: string;
  judgements: Map<string, Judgement>;
}

/** Judged tables of the newest version that has each, by `<suite>/<table>`. */
export type JudgedTables = Map<string, JudgedTable>;

export interface Contradiction {
  row: string;
  older: Judgement['verdict'];
  newer: Judgement['verdict'];
}

export type Agreement =
  | { kind: 'not-measured' }
  | { kind: 'nothing-compared'; version: string; path: string }
  | { kind: 'agrees'; version: string; path: string; compared: number }
  | {
      kind: 'contradicts';
      version: string;
      path: string;
      compared: number;
      contradictions: Contradiction[];
    };

const separator = '\u001f';

/**
 * The ratios of a table that judged something: those with an interval and a verdict of tie, better
 * or worse. A ratio is known by the text of its row and by its column.
 */
export function judgementsOf(table: Table): Map<string, Judgement> {
  const judgements = new Map<string, Judgement>();
  for (const row of table.rows) {
    let name: string | undefined;
    for (let index = 0; index < row.length; index += 1) {
      const cell = row[index];
      if (cell?.kind !== 'ratio' || cell.low === null || cell.high === null) continue;
      if (cell.verdict === 'baseline' || cell.verdict === 'undecided') continue;
      const { verdict, low, high } = cell;
      name ??= nameOf(row);
      judgements.set(name + separator + (table.columns[index]?.id ?? index), {
        verdict,
        low,
        high,
      });
    }
  }
  return judgements;
}

function nameOf(row: readonly Cell[]): string {
  let name: string | undefined;
  for (const cell of row) {
    if (cell.kind === 'text') name = name === undefined ? cell.text : `${name}, ${cell.text}`;
  }
  return name ?? '';
}

export function judgedKey(document: ResultDocument, table: Table): string {
  return `${document.suite.id}/${table.id}`;
}

/** Two verdicts contradict each other where they differ and their 95 % intervals do not meet. */
export function contradicts(older: Judgement, newer: Judgement): boolean {
  return older.verdict !== newer.verdict && (older.high < newer.low || newer.high < older.low);
}

/**
 * Whether the newest other version that has the table bears out what the table says. Values are
 * not compared, because versions may be measured on different machines; ratios are.
 */
export function agreementOf(table: Table, newer: JudgedTable | undefined): Agreement {
  if (!newer) return { kind: 'not-measured' };
  const { version, path } = newer;
  const contradictions: Contradiction[] = [];
  let compared = 0;
  for (const [key, older] of judgementsOf(table)) {
    const judgement = newer.judgements.get(key);
    if (!judgement) continue;
    compared += 1;
    if (contradicts(older, judgement)) {
      const [row = ''] = key.split(separator);
      contradictions.push({ row, older: older.verdict, newer: judgement.verdict });
    }
  }
  if (compared === 0) return { kind: 'nothing-compared', version, path };
  return contradictions.length === 0
    ? { kind: 'agrees', version, path, compared }
    : { kind: 'contradicts', version, path, compared, contradictions };
}
