import { which } from 'zx/core';

/** Path of a program on the PATH, the first of the names that is there; null where none is. */
export async function findProgram(...names: string[]): Promise<string | null> {
  for (const name of names) {
    const path = await which(name, { nothrow: true });
    if (path) return path;
  }
  return null;
}
