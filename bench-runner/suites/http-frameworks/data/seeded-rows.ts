/** Changing it changes every row of the suite. */
const seed = 20_261_120;
const prime = 2_147_483_647;

/**
 * Rows 1 to `count` as `row(i, a, b, h)`: the row's number, two integers in [0, 2³¹) and 32
 * hexadecimal digits, all from an MD5 of the seed, the origin and the number. Only arithmetic that
 * every build of PostgreSQL does alike is used, so that two machines hold the same rows. `offset 0` keeps the planner from working
 * the hash out again for every column.
 */
export function seededRows(origin: string, count: number): string {
  return `(
    select i, h,
      ('x' || substr(h, 1, 8))::bit(32)::bigint & ${prime} as a,
      ('x' || substr(h, 9, 8))::bit(32)::bigint & ${prime} as b
    from (
      select i, md5('${seed}:${origin}:' || i) as h from generate_series(1, ${count}) as i offset 0
    ) as hashed offset 0
  ) as row`;
}

/**
 * An integer in [0, 2³¹ - 1) of the row. Draws of different columns are pairwise independent:
 * a·x + b modulo a prime (Carter and Wegman, "Universal classes of hash functions", 1979).
 */
export function draw(column: number): string {
  return `((a * ${column} + b) % ${prime})`;
}

/** An integer from `low` to `high`, both included. */
export function between(column: number, low: number, high: number): string {
  return `(${low} + ${draw(column)} % ${high - low + 1})::int`;
}

/** One of the strings. */
export function oneOf(column: number, values: readonly string[]): string {
  const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(',');
  return `(array[${list}])[1 + ${draw(column)} % ${values.length}]`;
}

/** A moment in the years 2023 to 2025, to the second, in UTC. */
export function moment(column: number): string {
  return `(timestamptz '2023-01-01 00:00:00+00' + (${draw(column)} % 94608000) * interval '1 second')`;
}
