import { describe, expect, test } from 'vitest';
import { dataSet } from './data-set.ts';

const statements = Object.entries(dataSet.parts);

describe('the data of the suite', () => {
  test.each(statements)('of the part %s comes from nothing that differs by machine', (_, part) => {
    const text = part.join(';\n');
    expect(text).not.toMatch(/\brandom\(|\bhashtext|\bsetseed|\bgen_random_uuid|current_/i);
    // The clock may fill rows that a subject creates, never rows that are loaded.
    for (const statement of part.filter((sql) => sql.startsWith('insert'))) {
      expect(statement).not.toMatch(/\bnow\(\)/);
      expect(statement).not.toMatch(/\btimestamptz '[^']*(?<!\+00)'/);
    }
  });

  test('puts each table into one part', () => {
    const tables = statements.flatMap(([, part]) =>
      part.flatMap((sql) => /^create table (\w+)/.exec(sql)?.slice(1) ?? []),
    );
    expect(new Set(tables).size).toBe(tables.length);
    expect(tables).toHaveLength(21);
  });
});
