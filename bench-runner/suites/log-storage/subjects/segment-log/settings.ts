import { LogError } from './errors.ts';
import { nodeFiles } from './files.ts';
import type { LogOptions } from './options.ts';
import { maximumSegmentBytes } from './segment.ts';

/** Options with what holds where they say nothing. */
export type LogSettings = Required<Omit<LogOptions, 'readOnly'>>;

/** @throws LogError `invalid` for an option out of its range, naming it. */
export function settingsOf(options: LogOptions): LogSettings {
  const settings: LogSettings = {
    durability: options.durability ?? 'page-cache',
    syncIntervalMs: options.syncIntervalMs ?? 100,
    syncIntervalBytes: options.syncIntervalBytes ?? 8 * 1024 * 1024,
    segmentBytes: options.segmentBytes ?? 64 * 1024 * 1024,
    segmentMs: options.segmentMs ?? Number.POSITIVE_INFINITY,
    retentionBytes: options.retentionBytes ?? Number.POSITIVE_INFINITY,
    retentionMs: options.retentionMs ?? Number.POSITIVE_INFINITY,
    tombstoneRetentionMs: options.tombstoneRetentionMs ?? 24 * 60 * 60 * 1000,
    indexIntervalBytes: options.indexIntervalBytes ?? 1024,
    verify: options.verify ?? true,
    files: options.files ?? nodeFiles,
  };
  const positive = [
    'syncIntervalMs',
    'syncIntervalBytes',
    'segmentBytes',
    'segmentMs',
    'retentionBytes',
    'retentionMs',
    'indexIntervalBytes',
  ] as const;
  for (const name of positive) {
    if (settings[name] > 0) continue;
    throw new LogError('invalid', `${name} is ${settings[name]}; it has to be above 0`);
  }
  if (settings.segmentBytes > maximumSegmentBytes) {
    throw new LogError(
      'invalid',
      `segmentBytes is ${settings.segmentBytes}; at most ${maximumSegmentBytes} are possible`,
    );
  }
  return settings;
}
