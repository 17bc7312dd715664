import { InvalidValue } from './errors.ts';

/** @throws InvalidValue. No store of ours keeps a null character. */
export function storableText(field: string, text: string, longest: number): string {
  if (text.length === 0 || text.length > longest) {
    throw new InvalidValue(field, `must have 1 to ${longest} characters`);
  }
  if (text.includes('\0')) throw new InvalidValue(field, 'must not hold a null character');
  return text;
}
