import type { Document } from './measured-group.ts';

/** A subject's title, or its id where the run does not know it. */
export function titleOf({ suite }: Pick<Document, 'suite'>, subject: string): string {
  return suite.subjects.find(({ id }) => id === subject)?.title ?? subject;
}

/** Names joined as in a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
