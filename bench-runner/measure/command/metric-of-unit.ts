const known: Readonly<Record<string, string>> = {
  'ns/op': 'time-per-operation',
  'MB/s': 'throughput',
  'B/op': 'allocated-bytes',
  'allocs/op': 'allocations',
};

/**
 * Metric id of a unit that a program printed. Units of its own (`p99-ns/op`, `msgs/s`) become
 * kebab-case, `/` being read as "per" and `%` as "percent": `p99-ns-per-op`, `msgs-per-s`.
 * Null where nothing is left, or more than 64 characters.
 */
export function metricOfUnit(unit: string): string | null {
  const standard = Object.hasOwn(known, unit) ? known[unit] : undefined;
  if (standard) return standard;
  const id = unit
    .replaceAll('/', '-per-')
    .replaceAll('%', '-percent-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' || id.length > 64 ? null : id;
}
