import type { z } from 'zod';
import { accepts } from './accept.ts';
import type { Problem } from './document-error.ts';
import { fieldPath } from './field-path.ts';
import { ResultDocument } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** The document with its defaults filled in, or the rules of the schema that it breaks. */
export function checkSchema(data: unknown): { document: ResultDocument } | { problems: Problem[] } {
  if (isDocument(data)) return { document: data };
  const parsed = ResultDocument.safeParse(data);
  if (parsed.success) return { document: parsed.data };
  return { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, [])) };
}

const accepted = accepts(ResultDocument);

/**
 * Whether data is a valid and complete document of the current schema, as nearly all are: for them
 * this takes a fraction of the time. It reads no deeper than the schema goes and knows every key, so
 * that it may look at any parsed JSON.
 */
export function isDocument(data: unknown): data is ResultDocument {
  return accepted(data);
}

function problemsOf(issue: Issue, above: readonly PropertyKey[]): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return closestBranch(issue.errors).flatMap((inner) => problemsOf(inner, path));
  }
  if (issue.code === 'invalid_key') {
    const rules = issue.issues.map(({ message }) => message).join('; ');
    return [{ path: fieldPath(path), rule: `refused as a key: ${rules}` }];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: fieldPath([...path, key]),
      rule: 'unknown key; the schema names all that may stand here',
    }));
  }
  return [{ path: fieldPath(path), rule: issue.message }];
}

/** Of the alternatives of a union, the one that the data was most likely meant to be. */
function closestBranch(branches: readonly Issue[][]): Issue[] {
  const deepest = (issues: readonly Issue[]) =>
    Math.max(
      0,
      ...issues.map((issue) => (issue.code === 'invalid_type' ? 0 : 1) + issue.path.length),
    );
  return branches.toSorted((a, b) => deepest(b) - deepest(a))[0] ?? [];
}
