import { expect, test } from 'vitest';
import { dirtyShareOf, readDirtyShare } from './writeback.ts';

const vmstat = (dirty: number, writeback: number, threshold = 1_200) =>
  `nr_free_pages 99\nnr_dirty ${dirty}\nnr_writeback ${writeback}\nnr_writeback_temp 7\nnr_dirty_threshold ${threshold}\nnr_dirty_background_threshold 400\n`;

test('is a share of the point halfway between the thresholds', () => {
  expect(dirtyShareOf(vmstat(0, 0))).toBe(0);
  expect(dirtyShareOf(vmstat(300, 100))).toBe(0.5);
  expect(dirtyShareOf(vmstat(900, 300))).toBe(1.5);
});

test('is not known where a counter is missing or the thresholds are nothing', () => {
  expect(dirtyShareOf('')).toBeNull();
  expect(dirtyShareOf(vmstat(1, 1).replace(/^nr_writeback .*\n/m, ''))).toBeNull();
  expect(dirtyShareOf(vmstat(1, 1, -400))).toBeNull();
});

test.runIf(process.platform === 'linux')('is told by Linux', () => {
  expect(readDirtyShare()).toBeGreaterThanOrEqual(0);
});
