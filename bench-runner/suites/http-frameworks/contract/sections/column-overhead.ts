import { z } from 'zod';
import { extraWideColumns, narrowColumns, wideColumns } from '../../data/columns.ts';
import { columnTypes } from '../../data/volumes.ts';
import type { Client } from '../client.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { refusesQueryIntegers } from '../refused-values.ts';
import { shapeOfColumns, shapeOfType } from '../row-shapes.ts';
import type { Section } from '../section.ts';

const narrow = shapeOfColumns(narrowColumns);
const shapes: Record<string, z.ZodType<{ id: number }>> = {
  narrow,
  wide: shapeOfColumns(wideColumns),
  'extra-wide': shapeOfColumns(extraWideColumns),
  'wide-projected': narrow,
};
for (const type of columnTypes) {
  const value = shapeOfType(type);
  const values = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`value_${number}`, value]));
  shapes[`type/${type}`] = shapeOfColumns(narrowColumns.slice(0, 3)).extend(
    values,
  ) as typeof narrow;
  shapes[`plus-one/${type}`] = narrow.extend({ extra: value });
}

async function givesRows(client: Client, kind: string, query: string, count: number) {
  const path = `/column-overhead/${kind}${query}`;
  const rows = await answers(client, ['GET', path], z.array(shapes[kind]!));
  holds(
    rows.length === count && rows.every(({ id }, index) => id === index + 1),
    `GET ${path}`,
    `gave ${rows.length} rows, expected the first ${count} in order of id`,
  );
}

export const columnOverhead: Section = {
  title: '10 db-column-overhead',
  parts: ['columns', 'types', 'plus-one'],
  services: ['postgres'],
  steps: [
    ...Object.keys(shapes).flatMap((kind): Section['steps'] => [
      (client) => givesRows(client, kind, '?limit=7', 7),
      (client) => givesRows(client, kind, '', 100),
      async (client) => {
        await refuses(client, ['GET', `/column-overhead/${kind}?limit=1001`], 'limit');
      },
    ]),
    (client) => givesRows(client, 'narrow', '?limit=1000', 1000),
    (client) => givesRows(client, 'extra-wide', '?limit=1000', 1000),
    ...['narrow', 'extra-wide', 'wide-projected', 'type/jsonb', 'plus-one/text'].flatMap((kind) =>
      refusesQueryIntegers('limit', { min: 1, max: 1000 }, 'GET', `/column-overhead/${kind}`),
    ),
    ...['type/xml', 'plus-one/xml', 'type/int;--', 'type/__proto__', 'plus-one/constructor'].map(
      (kind): Section['steps'][number] =>
        async (client) => {
          const path = `/column-overhead/${encodeURI(kind)}?limit=1`;
          await refuses(client, ['GET', path], undefined, [400, 404, 422]);
        },
    ),
  ],
};
