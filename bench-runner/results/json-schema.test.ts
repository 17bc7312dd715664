import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchema, jsonSchemaFile } from './json-schema.ts';
import { versionsFolder } from './store.ts';

const root = join(import.meta.dirname, '../..');

describe('the published JSON Schema', () => {
  it('is up to date; npm run schema writes it anew', () => {
    expect(readFileSync(join(versionsFolder(root), jsonSchemaFile), 'utf8')).toBe(jsonSchema());
  });

  it('refuses unknown keys everywhere and names its parts', () => {
    const schema = JSON.parse(jsonSchema());
    expect(Object.keys(schema.$defs)).toEqual(
      expect.arrayContaining(['Case', 'Table', 'Cell', 'Trial', 'Environment']),
    );
    expect(Object.keys(schema.$defs).filter((name) => name.startsWith('__'))).toEqual([]);
    const objects = [schema, ...Object.values<Record<string, unknown>>(schema.$defs)].filter(
      (part) => part.properties !== undefined,
    );
    expect(objects.length).toBeGreaterThan(15);
    for (const part of objects) expect(part.additionalProperties).toBe(false);
  });
});
