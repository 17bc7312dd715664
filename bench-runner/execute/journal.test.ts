import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleProfile } from '../results/testing/example-profile.ts';
import { Journal, type JournalBlock, type JournalHeader, readJournal } from './journal.ts';

const header: JournalHeader = {
  kind: 'header',
  run: {
    id: '20261120t093500z-1f2e',
    startedAt: '2026-11-20T09:35:00.000Z',
    profile: 'quick',
    seed: 1,
    blocks: 10,
    foreignCpuGate: 0.1,
    lab: { version: '0.1.0', commit: null, modified: false },
  },
  environment: {
    cpuModel: 'A processor',
    cores: 2,
    architecture: 'x64',
    memoryBytes: 1,
    operatingSystem: 'An OS',
    kernel: '6',
    virtualisation: null,
    cgroup: { version: null, cpuLimit: null, memoryLimitBytes: null },
    cpuGovernor: null,
    timer: { resolutionNs: 1, costNs: 1 },
    runtimes: [],
    services: [],
  },
  selection: { suites: ['multiplexer'] },
  trialLimitMs: 1_000,
  planHash: 'abc',
};

const block = (index: number): JournalBlock => ({
  kind: 'block',
  suite: 'multiplexer',
  group: 'write/-',
  block: index,
  trials: [],
  failures: [{ subject: 'a', stage: 'check', message: 'wrong', detail: null }],
});

describe('Journal', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lab-journal-'));
    path = join(folder, 'journal.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives back what was appended', async () => {
    const journal = await Journal.create(path, header);
    await journal.append(block(0));
    await journal.append(block(1));
    const profile = { kind: 'profile' as const, suite: 'multiplexer', key: 'write/-/a' };
    await journal.append({ ...profile, profile: exampleProfile() });
    await journal.close();
    const { header: read, blocks, profiles } = await readJournal(path);
    expect(read).toEqual(header);
    expect(blocks).toEqual([block(0), block(1)]);
    expect(profiles).toEqual([{ ...profile, profile: exampleProfile() }]);
  });

  it('never writes over the journal of another run', async () => {
    await (await Journal.create(path, header)).close();
    await expect(Journal.create(path, header)).rejects.toThrow('EEXIST');
  });

  it('drops a line that was torn and appends after the last whole one', async () => {
    const journal = await Journal.create(path, header);
    await journal.append(block(0));
    await journal.close();
    await appendFile(path, JSON.stringify(block(1)).slice(0, 40));
    const resumed = await Journal.resume(path);
    expect(resumed.blocks).toEqual([block(0)]);
    await resumed.journal.append(block(1));
    await resumed.journal.close();
    expect((await readJournal(path)).blocks).toEqual([block(0), block(1)]);
  });

  it('is whole at every length it may be cut to', async () => {
    const journal = await Journal.create(path, header);
    for (let index = 0; index < 3; index += 1) await journal.append(block(index));
    await journal.close();
    const bytes = await readFile(path);
    const headerBytes = bytes.indexOf(0x0a) + 1;
    for (let length = headerBytes; length <= bytes.length; length += 1) {
      await writeFile(path, bytes.subarray(0, length));
      const { blocks } = await readJournal(path);
      expect(blocks).toEqual([0, 1, 2].slice(0, blocks.length).map(block));
    }
    await writeFile(path, bytes.subarray(0, headerBytes - 1));
    await expect(readJournal(path)).rejects.toThrow('ends before its header was written');
  });

  it('names the line that is not as it must be', async () => {
    await (await Journal.create(path, header)).close();
    await appendFile(path, '{"kind":"block","suite":"../x"}\n');
    await expect(readJournal(path)).rejects.toThrow(/line 2, at "suite"/);
  });
});
