import type { Method, RequestParts } from './client.ts';
import { refuses } from './expectations.ts';
import type { Step } from './section.ts';

const noIntegers = [
  'abc',
  '1.5',
  '99999999999999999999',
  '1; DROP TABLE users',
  "1' OR '1'='1",
  '1 UNION SELECT 1',
  '1\0',
  'NaN',
];

/**
 * A step for each value that a parameter must refuse: text, fractions, SQL, a null character, and
 * what lies outside the range.
 *
 * @param path Gives the path with an encoded value of the parameter in it.
 */
export function refusesIntegers(
  field: string,
  range: { min: number; max: number },
  method: Method,
  path: (value: string) => string,
  parts?: RequestParts,
): Step[] {
  const outside = [range.min - 1, range.max + 1, -1, -99_999].map(String);
  return [...noIntegers, ...new Set(outside)].map((value) => async (client) => {
    await refuses(client, [method, path(encodeURIComponent(value)), parts], field);
  });
}

/** Like `refusesIntegers`, for a parameter of the query: an empty value is refused as well. */
export function refusesQueryIntegers(
  field: string,
  range: { min: number; max: number },
  method: Method,
  path: string,
): Step[] {
  const withValue = (value: string) => `${path}${path.includes('?') ? '&' : '?'}${field}=${value}`;
  return [
    ...refusesIntegers(field, range, method, withValue),
    async (client) => {
      await refuses(client, [method, withValue('')], field);
    },
  ];
}

export const idRange = { min: 1, max: 2_147_483_647 };
/** In the range, and of no row. */
export const unknownId = 2_000_000_000;
