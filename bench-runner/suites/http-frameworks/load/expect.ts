import { isDeepStrictEqual } from 'node:util';
import type { HttpAnswer } from '../../../define/http-load.ts';

/** @throws Error naming what was wrong, with both values, where they differ. */
export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) {
    throw new Error(`${what} is ${shown(actual)}; expected ${shown(expected)}`);
  }
}

/** The answer's JSON as an object. @throws Error where it is something else. */
export function jsonObject(answer: HttpAnswer): Record<string, unknown> {
  const value = answer.json();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`the answer is ${shown(value)}; expected an object`);
  }
  return value as Record<string, unknown>;
}

/**
 * The answer's JSON as an array of objects.
 *
 * @throws Error where it is something else or, with `length`, has another number of rows.
 */
export function jsonRows(answer: HttpAnswer, length?: number): Record<string, unknown>[] {
  const value = answer.json();
  if (!Array.isArray(value)) throw new Error(`the answer is ${shown(value)}; expected an array`);
  if (length !== undefined) expectEqual('the number of rows', value.length, length);
  return value as Record<string, unknown>[];
}

/** @throws Error naming the fields where an object lacks some or has others. */
export function expectFields(row: Record<string, unknown> | undefined, fields: readonly string[]) {
  expectEqual('the list of fields', Object.keys(row ?? {}).toSorted(), fields.toSorted());
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
