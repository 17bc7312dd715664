import type { FastifyPluginAsync } from 'fastify';
import {
  type ColumnKind,
  type ColumnType,
  columnTypes,
  extraWideColumns,
  narrowColumns,
  wideColumns,
} from '../data/columns.ts';
import type { ColumnStore, Rows } from '../data/store.ts';
import { array, flag, integer, moment, object, query, text, whole } from '../schemas.ts';

const json = object({ score: whole, status: text, active: flag, tags: array(text) });
const kinds: Record<ColumnKind, object> = { integer: whole, text, moment, flag, json };
const types: Record<ColumnType, ColumnKind> = {
  int: 'integer',
  timestamp: 'moment',
  uuid: 'text',
  varchar: 'text',
  text: 'text',
  jsonb: 'json',
};

const rowsOf = (columns: Readonly<Record<string, ColumnKind>>) =>
  array(
    object(Object.fromEntries(Object.entries(columns).map(([name, kind]) => [name, kinds[kind]]))),
  );

export const columnRoutes: FastifyPluginAsync<{ columns: ColumnStore }> = async (
  app,
  { columns },
) => {
  const querystring = query({ limit: integer(1, 1_000, 100) });
  const give = (
    path: string,
    shape: Readonly<Record<string, ColumnKind>>,
    read: (limit: number) => Promise<Rows>,
  ) => {
    app.get<{ Querystring: { limit: number } }>(
      `/column-overhead/${path}`,
      { schema: { querystring, response: { 200: rowsOf(shape) } } },
      ({ query }) => read(query.limit),
    );
  };

  give('narrow', narrowColumns, columns.narrow);
  give('wide', wideColumns, columns.wide);
  give('extra-wide', extraWideColumns, columns.extraWide);
  give('wide-projected', narrowColumns, columns.wideProjected);
  for (const type of columnTypes) {
    const kind = types[type];
    const { id, name, email } = narrowColumns;
    const values = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`value_${number}`, kind]));
    give(`type/${type}`, { id, name, email, ...values }, (limit) => columns.typed(type, limit));
    give(`plus-one/${type}`, { ...narrowColumns, extra: kind }, (limit) =>
      columns.plusOne(type, limit),
    );
  }
};
