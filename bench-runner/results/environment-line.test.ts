import { describe, expect, it } from 'vitest';
import { environmentLine } from './environment-line.ts';
import { exampleDocument } from './testing/example-document.ts';

const { environment } = exampleDocument();

describe('environmentLine', () => {
  it('names processor, memory, system, virtualisation and runtimes', () => {
    expect(environmentLine(environment)).toBe(
      'Example CPU 2.4 GHz, 2 cores, 8 GB, Example Linux 12 (kernel 6.1.0, x64), kvm, Node.js 20.19.0',
    );
  });

  it('names limits and stand-ins, which change what figures mean', () => {
    expect(
      environmentLine({
        ...environment,
        cores: 1,
        virtualisation: null,
        cgroup: { version: 2, cpuLimit: 1.5, memoryLimitBytes: 1_073_741_824 },
        services: [{ id: 'redis', name: 'Redis', version: '7.2', standIn: true }],
      }),
    ).toBe(
      'Example CPU 2.4 GHz, 1 core, 8 GB, Example Linux 12 (kernel 6.1.0, x64), limited to 1.5 processors, limited to 1 GB, Node.js 20.19.0, Redis 7.2 (stand-in)',
    );
  });
});
