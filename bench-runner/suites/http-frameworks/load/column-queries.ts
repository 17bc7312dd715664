import { columnTypes } from '../data/volumes.ts';

/** What a query of the column scenario reads: its path, and columns of a row. */
interface ColumnQuery {
  path: string;
  columns: number;
}

const widths: Record<string, ColumnQuery> = {
  'columns-5': { path: '/column-overhead/narrow', columns: 5 },
  'columns-20': { path: '/column-overhead/wide', columns: 20 },
  'columns-50': { path: '/column-overhead/extra-wide', columns: 50 },
  '5-of-20': { path: '/column-overhead/wide-projected', columns: 5 },
};

/** Queries by the value they have on the axis. */
export const columnQueries: Readonly<Record<string, ColumnQuery>> = {
  ...widths,
  ...Object.fromEntries(
    columnTypes.map((type): [string, ColumnQuery] => [
      `plus-one-${type}`,
      { path: `/column-overhead/plus-one/${type}`, columns: 6 },
    ]),
  ),
};
