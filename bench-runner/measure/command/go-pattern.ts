/**
 * The `-bench` argument that runs one benchmark alone: `go test` matches each level of a name
 * between slashes by its own regular expression.
 */
export function goPattern(benchmark: string): string {
  return benchmark
    .split('/')
    .map((level) => `^${level.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')}$`)
    .join('/');
}
