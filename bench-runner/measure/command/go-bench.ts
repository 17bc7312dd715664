import { metricOfUnit } from './metric-of-unit.ts';

/** One line of results, such as `BenchmarkWrite/size=64-8  1000  1234 ns/op  56 B/op`. */
export interface BenchmarkLine {
  /** As printed, with the suffix for the number of processors. */
  name: string;
  /** Without the suffix. A name that ends in `-8` by itself cannot be told from one with it. */
  baseName: string;
  /** GOMAXPROCS from the suffix; null without one, which stands for 1. */
  processors: number | null;
  iterations: number;
  /** Finite values by metric id; what is printed as Inf or NaN is left out. */
  values: Readonly<Record<string, number>>;
}

export interface BenchmarkOutput {
  /** `goos`, `goarch`, `pkg`, `cpu` and other `key: value` lines before the results. */
  header: Readonly<Record<string, string>>;
  lines: readonly BenchmarkLine[];
  /** Lines that say that something failed: `--- FAIL`, `FAIL`, `panic:`, `fatal error:`. */
  failures: readonly string[];
}

const nameOnly = /^(Benchmark[^\s]*)\s*$/;
const startOfName = /^(Benchmark[^\sa-z][^\s]*|Benchmark)(?=\s|$)/;
const result = /^\s*(\d+)\s+(\S.*)$/;
const failure = /^\s*(?:--- FAIL\b|FAIL\b|panic: |fatal error: |testing: .*race detected)/;
const headerLine = /^([a-z][a-z0-9_-]*): (.+)$/;

/**
 * Parses what `go test -bench` prints, the Go benchmark data format
 * (https://go.dev/design/14313-benchmark-format), which other programs may print as well.
 * A result that the benchmark's own output has pushed onto a later line is still found. Lines that
 * are neither result, header nor failure are left out.
 */
export function parseGoBench(text: string): BenchmarkOutput {
  const header: Record<string, string> = Object.create(null);
  const lines: BenchmarkLine[] = [];
  const failures: string[] = [];
  let pending: string | undefined;

  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    if (failure.test(line)) {
      failures.push(line.trim());
      continue;
    }
    const name = startOfName.exec(line)?.[1];
    if (name) {
      const parsed = parseResult(name, line.slice(name.length));
      if (parsed) lines.push(parsed);
      // `-v` prints the name alone first; output of the benchmark follows a name without a result.
      pending = parsed ? undefined : (nameOnly.exec(line)?.[1] ?? name);
      continue;
    }
    const delayed = pending === undefined ? undefined : parseResult(pending, line);
    if (delayed) {
      lines.push(delayed);
      pending = undefined;
      continue;
    }
    const [, key, value] = headerLine.exec(line) ?? [];
    if (key && value) header[key] = value;
  }
  return { header, lines, failures };
}

/** The part of a line after the name: iterations, then pairs of a value and its unit. */
function parseResult(name: string, rest: string): BenchmarkLine | null {
  const [, iterations, pairs] = result.exec(rest) ?? [];
  if (!iterations || !pairs) return null;
  const fields = pairs.trim().split(/\s+/);
  if (fields.length % 2 !== 0) return null;
  const values: Record<string, number> = Object.create(null);
  for (let at = 0; at < fields.length; at += 2) {
    const [figure, unit] = [fields[at], fields[at + 1]];
    if (figure === undefined || unit === undefined || !isFigure(figure)) return null;
    const metric = metricOfUnit(unit);
    const value = Number(figure);
    if (metric && Number.isFinite(value)) values[metric] = value;
  }
  const [, baseName, processors] = /^(.+)-(\d+)$/.exec(name) ?? [];
  return {
    name,
    baseName: baseName ?? name,
    processors: processors === undefined ? null : Number(processors),
    iterations: Number(iterations),
    values,
  };
}

/** A figure as Go prints it: decimal, with an exponent, or not a finite number. */
function isFigure(text: string): boolean {
  return /^[+-]?(?:\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|Inf|NaN)$/.test(text);
}
