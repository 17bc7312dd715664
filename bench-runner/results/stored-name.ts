import type { z } from 'zod';
import { Identifier, RunId, VersionLabel } from './identifiers.ts';

/** A name that cannot become part of a path, such as `../x`. */
export class NameError extends Error {
  override readonly name = 'NameError';
}

/** @throws NameError */
export function checkedRunId(id: string): string {
  return checked(RunId, id, 'run');
}

/** @throws NameError */
export function checkedVersionLabel(label: string): string {
  return checked(VersionLabel, label, 'version');
}

/** @throws NameError */
export function checkedSuiteId(id: string): string {
  return checked(Identifier, id, 'suite');
}

function checked(schema: z.ZodType<string>, text: string, noun: string): string {
  const result = schema.safeParse(text);
  if (result.success) return result.data;
  const rules = result.error.issues.map(({ message }) => message).join('; ');
  throw new NameError(`${JSON.stringify(text.slice(0, 80))} cannot name a ${noun}: ${rules}`);
}
