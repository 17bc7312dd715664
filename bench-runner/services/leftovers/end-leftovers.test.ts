import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startProcess } from '../../process/start-process.ts';
import { endLeftovers } from './end-leftovers.ts';
import { makeOwnFolder } from './own-folder.ts';
import { identify, pidSpace, stillRuns } from './process-identity.ts';

let root: string;
let records: string;
let own: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'lab-records-'));
  records = join(root, 'services');
  mkdirSync(records);
  own = await makeOwnFolder(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const unexpected = (what: string) => expect.fail(what);
const ended = { pid: process.pid, start: 'long ago' };

function record(more: object): void {
  const whole = { service: 'a', pidSpace: pidSpace(), owner: ended, folder: own, ...more };
  writeFileSync(join(records, 'a-1.json'), JSON.stringify(whole));
}

describe('what an earlier run left', () => {
  test('is ended by pid and start, and its folder removed', async () => {
    const { pid, endedWith } = await startProcess(
      [process.execPath, '-e', 'setInterval(() => {}, 1000)'],
      { cwd: root, env: {}, logFile: join(root, 'log') },
    );
    record({ processes: [identify(pid)] });
    await endLeftovers(unexpected, records);
    await expect.poll(endedWith).toBe('SIGKILL');
    expect(existsSync(own)).toBe(false);
    expect(readdirSync(records)).toEqual([]);
  });

  test('is not taken for a process that was given its pid since', async () => {
    const running = await startProcess([process.execPath, '-e', 'setInterval(() => {}, 1000)'], {
      cwd: root,
      env: {},
      logFile: join(root, 'log'),
    });
    record({ processes: [{ pid: running.pid, start: '1' }] });
    await endLeftovers(unexpected, records);
    expect(running.endedWith()).toBeNull();
    expect(readdirSync(records)).toEqual([]);
    await running.end(0);
  });

  test('is left alone while the program that started it runs', async () => {
    record({ owner: identify(process.pid) });
    await endLeftovers(unexpected, records);
    expect(existsSync(own)).toBe(true);
    expect(readdirSync(records)).toEqual(['a-1.json']);
  });

  test('is left alone where it was recorded by another machine or in another container', async () => {
    record({ pidSpace: { ...pidSpace(), namespace: 'pid:[1]' } });
    await endLeftovers(unexpected, records);
    record({ pidSpace: { machine: 'another', boot: 'another', namespace: '' } });
    await endLeftovers(unexpected, records);
    expect(existsSync(own)).toBe(true);
  });

  test('before the machine was started anew is removed, without looking at pids', async () => {
    record({ pidSpace: { ...pidSpace(), boot: 'before' }, processes: [identify(process.pid)] });
    await endLeftovers(unexpected, records);
    expect(existsSync(own)).toBe(false);
  });

  test('is no folder but one that a service made', async () => {
    const precious = join(root, 'precious');
    mkdirSync(precious);
    record({ folder: precious });
    const said: string[] = [];
    await endLeftovers((what) => said.push(what), records);
    expect(said).toEqual([expect.stringMatching(/a-1\.json .* is no folder of a service/)]);
    expect(readdirSync(records)).toEqual(['a-1.json']);
    expect(existsSync(precious)).toBe(true);
  });

  test('and was recorded by another version of the lab is not understood, nor touched', async () => {
    writeFileSync(join(records, 'a-1.json'), '{"folder":"/"}');
    await endLeftovers(unexpected, records);
    expect(readdirSync(records)).toEqual(['a-1.json']);
  });
});

test('a process is told by its pid and its start', () => {
  const self = identify(process.pid);
  expect(self && stillRuns(self)).toBe(true);
  expect(stillRuns({ pid: process.pid, start: 'another' })).toBe(false);
  expect(identify(2 ** 22 + 1)).toBeUndefined();
});
