import { describe, expect, test } from 'vitest';
import { cgroupLimits } from './cgroup.ts';

const limits = (files: Record<string, string>) => cgroupLimits((path) => files[path] ?? null);

const version2 = {
  '/proc/self/mountinfo':
    '25 20 0:22 / /proc rw - proc proc rw\n30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw\n',
  '/proc/self/cgroup': '0::/user.slice/app.scope\n',
};

const version1 = {
  '/proc/self/mountinfo': [
    '32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct',
    '35 31 0:32 /docker/abc /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory',
    '41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw',
  ].join('\n'),
  '/proc/self/cgroup': '4:memory:/docker/abc/inner\n1:cpu,cpuacct:/docker/abc\n0::/\n',
};

describe('limits of a version 2 group', () => {
  test('are the tightest of the group and its ancestors', () => {
    expect(
      limits({
        ...version2,
        '/sys/fs/cgroup/user.slice/app.scope/cpu.max': 'max 100000',
        '/sys/fs/cgroup/user.slice/cpu.max': '150000 100000',
        '/sys/fs/cgroup/user.slice/app.scope/memory.max': '2147483648',
        '/sys/fs/cgroup/user.slice/memory.max': '1073741824',
      }),
    ).toEqual({ version: 2, cpuLimit: 1.5, memoryLimitBytes: 1_073_741_824 });
  });

  test('are none where files say max or are missing', () => {
    expect(limits({ ...version2, '/sys/fs/cgroup/user.slice/memory.max': 'max' })).toEqual({
      version: 2,
      cpuLimit: null,
      memoryLimitBytes: null,
    });
  });
});

describe('limits of a version 1 group', () => {
  test('come from the folders of each controller, below the group that is mounted', () => {
    expect(
      limits({
        ...version1,
        '/sys/fs/cgroup/cpu,cpuacct/docker/abc/cpu.cfs_quota_us': '50000',
        '/sys/fs/cgroup/cpu,cpuacct/docker/abc/cpu.cfs_period_us': '100000',
        '/sys/fs/cgroup/memory/inner/memory.limit_in_bytes': '536870912',
        '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712',
      }),
    ).toEqual({ version: 1, cpuLimit: 0.5, memoryLimitBytes: 536_870_912 });
  });

  test('are none for a quota of -1 and the largest number', () => {
    expect(
      limits({
        ...version1,
        '/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us': '-1',
        '/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us': '100000',
        '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712',
      }),
    ).toEqual({ version: 1, cpuLimit: null, memoryLimitBytes: null });
  });
});

test('without control groups there is no version', () => {
  expect(limits({})).toEqual({ version: null, cpuLimit: null, memoryLimitBytes: null });
});
