import { expect, test } from 'vitest';
import { caveatCodes } from './caveat.ts';
import { caveatCatalogue } from './caveat-catalogue.ts';

test('describes each code of the closed list, and no other', () => {
  expect(Object.keys(caveatCatalogue).sort()).toEqual([...caveatCodes].sort());
});

test.each(caveatCodes)('%s has a title of its own and advice in sentences', (code) => {
  const { title, advice, anchor, href } = caveatCatalogue[code];
  const titles = caveatCodes.map((other) => caveatCatalogue[other].title);
  expect(titles.filter((other) => other === title)).toHaveLength(1);
  expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
  expect(advice).toMatch(/^\p{Lu}.*\.$/u);
  expect(anchor).toBe(code);
  expect(href).toBe(`/docs/methodology/caveats/#${code}`);
});
