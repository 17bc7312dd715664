import type { DataPart } from '../data/data-set.ts';

/** Parts of the suite's data, checked to exist. */
export function dataParts(...parts: DataPart[]): DataPart[] {
  return parts;
}
