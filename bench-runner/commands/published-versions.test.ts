import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listVersions } from '../results/store.ts';
import { verify } from './verify.ts';

const root = join(import.meta.dirname, '../..');

it('every published version is whole, and its figures follow from its samples or have another method', async () => {
  for (const { name } of await listVersions(root)) {
    for (const { what, differences, notes } of await verify(name, root)) {
      expect(differences, what).toEqual([]);
      expect(notes.at(-1), what).toMatch(
        /^figures: (those that \d+ trials give|.* of method \d+; .* commit [0-9a-f]{40})/,
      );
    }
  }
}, 300_000);
