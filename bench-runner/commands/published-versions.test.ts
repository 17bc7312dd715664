import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listVersions } from '../results/store.ts';
import { verify } from './verify.ts';

const root = join(import.meta.dirname, '../..');

it('every published version is whole, and its figures follow from its samples', async () => {
  for (const { name } of await listVersions(root)) {
    for (const { what, differences } of await verify(name, root)) {
      expect(differences, what).toEqual([]);
    }
  }
}, 300_000);
