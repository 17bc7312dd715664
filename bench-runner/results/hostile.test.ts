import { describe, expect, it } from 'vitest';
import { DocumentError } from './document-error.ts';
import { Identifier } from './identifiers.ts';
import { parseDocument } from './parse.ts';
import type { ResultDocument } from './schema.ts';
import { exampleDocument } from './testing/example-document.ts';
import { hostileStrings } from './testing/hostile-strings.ts';

type Keys = (string | number)[];

/** Paths of all texts in the example, one of each kind. */
function textPaths(value: unknown, path: Keys = [], found = new Map<string, Keys>()) {
  if (typeof value === 'string') {
    const kind = path.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
    if (!found.has(kind)) found.set(kind, path);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      textPaths(inner, [...path, Array.isArray(value) ? Number(key) : key], found);
    }
  }
  return found;
}

const example = exampleDocument();
const kinds = [
  'write/size=1024/plain',
  'write/size=1024/foreign',
  'round-trip/-/plain',
  'round-trip/-/foreign',
];
const small: ResultDocument = {
  ...example,
  cases: example.cases.flatMap((one): ResultDocument['cases'] => {
    if (!kinds.includes(one.key)) return [];
    return one.status === 'measured' ? [{ ...one, trials: one.trials.slice(0, 1) }] : [one];
  }),
  groups: example.groups.slice(0, 1),
  tables: example.tables.filter(({ id }) => id !== 'write-65536'),
};

function replaced(path: Keys, text: string): string {
  const document = structuredClone(small);
  const last = path.at(-1) ?? '';
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => Reflect.get(Object(value), key), document);
  Reflect.set(Object(parent), last, text);
  return JSON.stringify(document);
}

const written = (path: Keys) =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i ? `.${key}` : key)).join('');

describe.each([...textPaths(small)])('%s', (_kind, path) => {
  it('refuses each hostile text with its path, or holds it as typed', () => {
    for (const { name, text } of hostileStrings) {
      try {
        const document = parseDocument(replaced(path, text), 'a.json');
        const held = path.reduce<unknown>(
          (value, key) => Reflect.get(Object(value), key),
          document,
        );
        expect(held, name).toBe(text);
      } catch (error) {
        if (!(error instanceof DocumentError)) throw error;
        // A hostile text that is a possible id breaks what refers to it, elsewhere.
        if (!Identifier.safeParse(text).success)
          expect(
            error.problems.map((problem) => problem.path),
            name,
          ).toContain(written(path));
      }
    }
  });
});

describe('free text', () => {
  const fields: Record<string, Keys> = { title: ['suite', 'title'], text: ['suite', 'question'] };

  it.each(hostileStrings)('takes or refuses $name as the corpus says', ({ text, refused }) => {
    const takes = (path: Keys) => {
      try {
        parseDocument(replaced(path, text), 'a.json');
        return true;
      } catch {
        return false;
      }
    };
    expect(takes(fields.title!)).toBe(refused === 'never');
    expect(takes(fields.text!)).toBe(refused !== 'always');
  });
});
