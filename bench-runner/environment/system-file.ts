import { readFileSync } from 'node:fs';

/** Text of a file the system offers, without surrounding white space; null where there is none. */
export function systemFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null;
  } catch {
    return null;
  }
}
