import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Identifier } from '../../results/identifiers.ts';
import { parseGoBench } from './go-bench.ts';
import { goPattern } from './go-pattern.ts';
import { metricOfUnit } from './metric-of-unit.ts';

const output = `goos: darwin
goarch: arm64
pkg: example.test/frames
cpu: Apple M3 Pro
BenchmarkWrite/original/1KB-11         \t17823092\t        67.31 ns/op\t15213.25 MB/s\t      48 B/op\t       1 allocs/op
BenchmarkWrite/hybrid/1KB-11           \t16277346\t        73.41 ns/op
BenchmarkNoSuffix\t     100\t  1.5e+03 ns/op\t        12.50 p99-ns/op
PASS
ok  \texample.test/frames\t4.021s
`;

describe('the output of go test -bench', () => {
  test('gives values by metric, with the suffix for processors apart', () => {
    expect(parseGoBench(output).lines).toEqual([
      {
        name: 'BenchmarkWrite/original/1KB-11',
        baseName: 'BenchmarkWrite/original/1KB',
        processors: 11,
        iterations: 17_823_092,
        values: {
          'time-per-operation': 67.31,
          throughput: 15213.25,
          'allocated-bytes': 48,
          allocations: 1,
        },
      },
      {
        name: 'BenchmarkWrite/hybrid/1KB-11',
        baseName: 'BenchmarkWrite/hybrid/1KB',
        processors: 11,
        iterations: 16_277_346,
        values: { 'time-per-operation': 73.41 },
      },
      {
        name: 'BenchmarkNoSuffix',
        baseName: 'BenchmarkNoSuffix',
        processors: null,
        iterations: 100,
        values: { 'time-per-operation': 1500, 'p99-ns-per-op': 12.5 },
      },
    ]);
  });

  test('has a header and, after a success, no failures', () => {
    const { header, failures } = parseGoBench(output);
    expect({ ...header }).toEqual({
      goos: 'darwin',
      goarch: 'arm64',
      pkg: 'example.test/frames',
      cpu: 'Apple M3 Pro',
    });
    expect(failures).toEqual([]);
  });

  test('keeps the lines of a benchmark repeated by -count', () => {
    const text = 'BenchmarkA-2 10 5 ns/op\nBenchmarkA-2 10 7 ns/op\n';
    const times = parseGoBench(text).lines.map((line) => line.values['time-per-operation']);
    expect(times).toEqual([5, 7]);
  });

  test('is found where the name stands alone first, as -v prints it', () => {
    const { lines } = parseGoBench('BenchmarkA\nBenchmarkA-2   \t  10\t  5 ns/op\n');
    expect(lines.map((line) => line.name)).toEqual(['BenchmarkA-2']);
  });

  test('is found where the benchmark printed between its name and its result', () => {
    const text = 'BenchmarkA-2   \tsetting up\nanother line\n      10\t  5 ns/op\n';
    expect(parseGoBench(text).lines).toEqual([
      expect.objectContaining({ name: 'BenchmarkA-2', values: { 'time-per-operation': 5 } }),
    ]);
  });

  test('leaves out what is not finite, and text that only looks alike', () => {
    const text =
      'BenchmarkA 1 +Inf MB/s 3 ns/op\nBenchmarking is fun 3 ns/op\nBenchmarkB 3 of 4\nBenchmarkC 1 2 ns/op and more\n';
    expect(parseGoBench(text).lines).toEqual([
      expect.objectContaining({ name: 'BenchmarkA', values: { 'time-per-operation': 3 } }),
    ]);
  });

  test('reports what failed', () => {
    const text =
      'BenchmarkA-2 10 5 ns/op\n--- FAIL: BenchmarkB\n    b_test.go:7: wrong\npanic: boom\nFAIL\nFAIL\texample.test/x [build failed]\n';
    expect(parseGoBench(text).failures).toEqual([
      '--- FAIL: BenchmarkB',
      'panic: boom',
      'FAIL',
      'FAIL\texample.test/x [build failed]',
    ]);
  });

  test('is read back from every name and value that can be printed', () => {
    const name = fc.stringMatching(/^[A-Z][A-Za-z0-9_=:.,/#-]{0,20}[a-z=]$/);
    const unit = fc.constantFrom('ns/op', 'MB/s', 'B/op', 'allocs/op');
    const value = fc.double({ min: 0, max: 1e15, noNaN: true });
    const line = fc.record({
      name,
      processors: fc.option(fc.integer({ min: 2, max: 256 })),
      iterations: fc.integer({ min: 1, max: 1e9 }),
      values: fc.dictionary(unit, value, { minKeys: 1 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines
          .map(({ name, processors, iterations, values }) => {
            const suffix = processors === null ? '' : `-${processors}`;
            const pairs = Object.entries(values).map(([unit, value]) => `${value} ${unit}`);
            return `Benchmark${name}${suffix}  \t ${iterations}\t ${pairs.join('\t')}`;
          })
          .join('\n');
        const parsed = parseGoBench(text).lines;
        expect(parsed).toEqual(
          lines.map(({ name, processors, iterations, values }) => ({
            name: `Benchmark${name}${processors === null ? '' : `-${processors}`}`,
            baseName: `Benchmark${name}`,
            processors,
            iterations,
            values: Object.fromEntries(
              Object.entries(values).map(([unit, value]) => [metricOfUnit(unit), value]),
            ),
          })),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('never throws and gives finite values only, whatever is printed', () => {
    const word = fc.constantFrom(
      'BenchmarkA-2',
      '10',
      'NaN',
      'ns/op',
      '\n',
      '\t',
      'FAIL',
      '-1',
      ':',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (printed) => {
        for (const { values } of parseGoBench(printed).lines) {
          for (const [metric, value] of Object.entries(values)) {
            expect(Identifier.safeParse(metric).success).toBe(true);
            expect(Number.isFinite(value)).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the metric of a unit', () => {
  test.each([
    ['ns/op', 'time-per-operation'],
    ['MB/s', 'throughput'],
    ['B/op', 'allocated-bytes'],
    ['allocs/op', 'allocations'],
    ['msgs/s', 'msgs-per-s'],
    ['hit%', 'hit-percent'],
    ['constructor', 'constructor'],
    ['__proto__', 'proto'],
    ['%%%', 'percent-percent-percent'],
    ['µ', null],
  ])('of %s is %s', (unit, metric) => {
    expect(metricOfUnit(unit)).toBe(metric);
  });

  test('is an identifier or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (unit) => {
        const metric = metricOfUnit(unit);
        return metric === null || Identifier.safeParse(metric).success;
      }),
    );
  });
});

test('the pattern for go test matches each level of the name alone', () => {
  expect(goPattern('BenchmarkWrite/size=1.5(KB)')).toBe('^BenchmarkWrite$/^size=1\\.5\\(KB\\)$');
});
