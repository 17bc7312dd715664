import {
  type Column,
  email,
  extraWideColumns,
  id,
  name,
  narrowColumns,
  wideColumns,
} from './columns.ts';
import { between, draw, moment, oneOf } from './seeded-rows.ts';
import { table } from './table.ts';
import { statuses, words } from './vocabulary.ts';
import { type ColumnType, columnTypes } from './volumes.ts';

export const columns = (rows: number) => [
  ...table('users_narrow', rows, narrowColumns),
  ...table('users_wide', rows, wideColumns),
  ...table('users_extra_wide', rows, extraWideColumns),
  'analyze users_narrow, users_wide, users_extra_wide',
];

const typed: Record<ColumnType, { type: string; value(at: number): string }> = {
  int: { type: 'integer', value: (at) => `${draw(at)}::int` },
  timestamp: { type: 'timestamptz', value: moment },
  uuid: { type: 'uuid', value: (at) => `md5(h || ${at})::uuid` },
  varchar: { type: 'varchar(100)', value: (at) => `md5(h || ${at})` },
  text: {
    type: 'text',
    value: (at) =>
      Array.from({ length: 20 }, (_, word) => oneOf(at * 20 + word, words)).join(` || ' ' || `),
  },
  jsonb: {
    type: 'jsonb',
    value: (at) =>
      `jsonb_build_object('score', ${between(at, 0, 1000)}, 'status', ${oneOf(at + 10, statuses)},
        'active', ${draw(at + 20)} % 2 = 0, 'tags', jsonb_build_array(${oneOf(at + 30, words)}, ${oneOf(at + 40, words)}))`,
  },
};

const typedColumn = (type: ColumnType, name: string, at: number): Column => ({
  name,
  type: `${typed[type].type} not null`,
  value: typed[type].value(at),
});

const valueNumbers = [1, 2, 3, 4, 5];

export const types = (rows: number) => [
  ...columnTypes.flatMap((type) =>
    table(`users_type_${type}`, rows, [
      id,
      name,
      email,
      ...valueNumbers.map((number) => typedColumn(type, `value_${number}`, 100 + number)),
    ]),
  ),
  `analyze ${columnTypes.map((type) => `users_type_${type}`).join(', ')}`,
];

export const plusOne = (rows: number) => [
  ...columnTypes.flatMap((type) =>
    table(`users_plus_${type}`, rows, [...narrowColumns, typedColumn(type, 'extra', 101)]),
  ),
  `analyze ${columnTypes.map((type) => `users_plus_${type}`).join(', ')}`,
];
