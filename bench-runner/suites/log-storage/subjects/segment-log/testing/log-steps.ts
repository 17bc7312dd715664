import fc from 'fast-check';
import type { LogOptions, LogRecord } from '../options.ts';

/** Something done with a log. Places are shares of the offsets there are, from 0 to 1. */
export type LogStep =
  | { do: 'append' | 'produce'; records: LogRecord[] }
  | { do: 'read'; place: number; maxRecords: number | undefined; maxBytes: number | undefined }
  | { do: 'scan'; place: number; maxRecords: number | undefined }
  | { do: 'find'; timestamp: number }
  | { do: 'reopen'; options: LogOptions }
  | { do: 'roll' | 'compact' | 'retain' | 'flush' | 'refresh' };

/** Timestamps are taken from a narrow range, so that many are equal and few ascend. */
const earliest = 1_700_000_000_000;

const bytes = fc.uint8Array({ maxLength: 60 });
const timestamp = fc.integer({ min: earliest, max: earliest + 100 });
const key = fc.oneof(
  fc.constantFrom('a', 'b', 'c', '').map((name) => Buffer.from(name)),
  // Longer than what a compaction keeps of keys as they are.
  fc.constantFrom('x', 'y').map((name) => Buffer.from(name.repeat(40))),
);
const record: fc.Arbitrary<LogRecord> = fc.record(
  {
    key: fc.option(key),
    value: fc.oneof({ weight: 5, arbitrary: bytes }, { weight: 1, arbitrary: fc.constant(null) }),
    timestamp,
    headers: fc.array(
      fc.record({ key: fc.string({ unit: 'grapheme', maxLength: 4 }), value: bytes }),
      {
        maxLength: 2,
      },
    ),
  },
  { requiredKeys: ['value', 'timestamp'] },
);
const records = fc.array(record, { minLength: 1, maxLength: 8 });

export const logOptions: fc.Arbitrary<LogOptions> = fc.record({
  durability: fc.constantFrom('page-cache', 'interval', 'sync'),
  syncIntervalBytes: fc.constantFrom(1, 500),
  segmentBytes: fc.integer({ min: 1, max: 3_000 }),
  indexIntervalBytes: fc.constantFrom(1, 200, 4_096),
  retentionBytes: fc.constantFrom(1, 2_000, Number.POSITIVE_INFINITY),
  retentionMs: fc.constantFrom(1_000, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
  tombstoneRetentionMs: fc.constantFrom(0, Number.POSITIVE_INFINITY),
  verify: fc.boolean(),
});

const place = fc.double({ min: 0, max: 1, noNaN: true });
const some = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined });

export const logSteps: fc.Arbitrary<LogStep[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('append', 'produce'), records }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('read'),
        place,
        maxRecords: some,
        maxBytes: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('scan'), place, maxRecords: some }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('find'), timestamp }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen'), options: logOptions }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('roll', 'roll', 'compact', 'compact', 'retain', 'flush', 'refresh'),
      }),
    },
  ) as fc.Arbitrary<LogStep>,
  { minLength: 1, maxLength: 60 },
);
