import { hostname, userInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { Environment } from '../results/environment.ts';
import { describeEnvironment } from './describe.ts';
import { prettyName } from './operating-system.ts';
import { parseVersion } from './runtimes.ts';
import { measureTimer } from './timer.ts';

describe('the description of this machine', async () => {
  const environment = await describeEnvironment();

  test('is one that a result document accepts', () => {
    expect(Environment.parse(environment)).toEqual(environment);
    expect(environment.services).toEqual([]);
  });

  test('names the runtime it was written by', () => {
    expect(environment.runtimes).toContainEqual({
      id: 'node',
      name: 'Node.js',
      version: process.versions.node,
    });
  });

  test('names neither host nor user nor any variable of the environment', () => {
    const text = JSON.stringify(environment);
    const { username } = userInfo();
    for (const name of [hostname(), username, process.env.HOME ?? '']) {
      if (name.length >= 3) expect(text).not.toContain(name);
    }
  });
});

describe('the timer', () => {
  test('has the smallest step and the median cost of its readings', () => {
    let time = 0n;
    let reading = 0;
    // Two readings of three return the same value: steps of 90, on average 30 a reading.
    const timer = measureTimer(() => {
      reading += 1;
      if (reading % 3 === 0) time += 90n;
      return time;
    });
    expect(timer).toEqual({ resolutionNs: 90, costNs: 30 });
  });

  test('that stands still has no resolution and no cost', () => {
    expect(measureTimer(() => 5n)).toEqual({ resolutionNs: 0, costNs: 0 });
  });

  test('of this machine costs something', () => {
    const { resolutionNs, costNs } = measureTimer();
    expect(resolutionNs).toBeGreaterThan(0);
    expect(costNs).toBeGreaterThan(0);
  });
});

test.each([
  ['go', 'go version go1.26.8 linux/amd64\n', '1.26.8'],
  ['python', 'Python 3.12.1\n', '3.12.1'],
  ['java', '\nopenjdk version "21.0.5" 2024-10-15\n', '21.0.5'],
  ['java', 'openjdk 17.0.9+9 2023-10-17\n', '17.0.9+9'],
  ['java', 'Unable to locate a Java Runtime.\n', null],
  ['go', '', null],
])('the version of %s is read from "%s"', (id, output, version) => {
  expect(parseVersion(id, output)).toBe(version);
});

test('the name of the operating system is read with and without quotes', () => {
  expect(prettyName('NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n')).toBe(
    'Debian GNU/Linux 12 (bookworm)',
  );
  expect(prettyName('PRETTY_NAME=Alpine\n')).toBe('Alpine');
  expect(prettyName('PRETTY_NAME=""\n')).toBeNull();
  expect(prettyName('ID=void\n')).toBeNull();
});
