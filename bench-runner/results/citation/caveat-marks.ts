import type { Caveat, CaveatCode } from '../caveat.ts';
import type { Cell, Table } from '../tables.ts';

/** A letter for each code, under which its advice is told once beside the table. */
export type CaveatMarks = ReadonlyMap<CaveatCode, string>;

/** Marks of the caveats on a table's figures, from `a`, in the order in which they are met. */
export function caveatMarks({ rows }: Pick<Table, 'rows'>): CaveatMarks {
  const marks = new Map<CaveatCode, string>();
  for (const row of rows) {
    for (const cell of row) {
      for (const code of caveatsOf(cell)) {
        if (!marks.has(code)) marks.set(code, String.fromCharCode(97 + marks.size));
      }
    }
  }
  return marks;
}

/** Caveats of a figure; none of what is no figure measured here. */
export function caveatsOf(cell: Cell): readonly CaveatCode[] {
  return cell.kind === 'value' || cell.kind === 'ratio' ? cell.caveats : [];
}

/**
 * The caveats in force for a table, each code once and with its mark where figures bear it, such as
 * `[a] few-trials: 3 trials a case`. What the table says of a code goes before what its document
 * says, which is about other tables too.
 */
export function caveatsTold(ofDocument: readonly Caveat[], table: Table): string[] {
  const marks = caveatMarks(table);
  const rest = ofDocument.filter(({ code }) => !table.caveats.some((own) => own.code === code));
  const told = [...table.caveats, ...rest];
  const untold = [...marks.keys()].filter((code) => !told.some((caveat) => caveat.code === code));
  const lines = [
    ...told.map(({ code, detail }) => ({ code, text: sentence(code, detail) })),
    ...untold.map((code) => ({ code, text: code })),
  ].map(({ code, text }) => {
    const mark = marks.get(code);
    return mark === undefined ? text : `[${mark}] ${text}`;
  });
  return [...new Set(lines)].toSorted(markedFirst);
}

function sentence(code: CaveatCode, detail: string): string {
  const text = detail.trim().replace(/\.$/, '');
  return text === '' ? code : `${code}: ${text}`;
}

function markedFirst(a: string, b: string): number {
  const [marked, other] = [a.startsWith('['), b.startsWith('[')];
  if (marked && other) return a < b ? -1 : 1;
  return Number(other) - Number(marked);
}
