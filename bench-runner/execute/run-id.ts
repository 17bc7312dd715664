import { randomBytes } from 'node:crypto';

/** `20261120t093500z-1f2e`: UTC start to the second, then four random hexadecimal digits. */
export function newRunId(startedAt: Date): string {
  const stamp = startedAt
    .toISOString()
    .replace(/\.\d+Z$/, 'z')
    .replaceAll(/[-:]/g, '')
    .toLowerCase();
  return `${stamp}-${randomBytes(2).toString('hex')}`;
}
