import { readFileSync, writeFileSync } from 'node:fs';

/** Makes a record say that the program which wrote it has ended since. */
export function endOwner(file: string): void {
  const record = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...record, owner: { ...record.owner, start: 'long ago' } }));
}
