/** A place where a document says something else than what its samples give. */
export interface Difference {
  /** Such as `groups[0].comparisons[2].ratio`. */
  path: string;
  /** `figure`: a number, verdict, order or name. `wording`: a caption, a caveat's detail or a reason. */
  kind: 'figure' | 'wording';
  published: unknown;
  recomputed: unknown;
}

/** Keys whose values are sentences, which a later version of the program may put otherwise. */
const sentences: ReadonlySet<string> = new Set(['caption', 'detail', 'reason']);

/** Every place where two JSON values differ; numbers must agree to the last digit. */
export function differencesOf(
  published: unknown,
  recomputed: unknown,
  path: string,
  key = '',
): Difference[] {
  if (Object.is(published, recomputed) || (published === 0 && recomputed === 0)) return [];
  if (Array.isArray(published) && Array.isArray(recomputed)) {
    const length = Math.max(published.length, recomputed.length);
    return Array.from({ length }, (_, index) =>
      differencesOf(published[index], recomputed[index], `${path}[${index}]`, key),
    ).flat();
  }
  if (isRecord(published) && isRecord(recomputed)) {
    const keys = new Set([...Object.keys(published), ...Object.keys(recomputed)]);
    return [...keys].flatMap((inner) =>
      differencesOf(own(published, inner), own(recomputed, inner), `${path}.${inner}`, inner),
    );
  }
  const worded = sentences.has(key) && typeof published === 'string';
  const kind = worded && typeof recomputed === 'string' ? 'wording' : 'figure';
  return [{ path, kind, published, recomputed }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
