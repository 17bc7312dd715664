import { expect, test } from 'vitest';
import { standInService } from './stand-in-service.ts';

const service = (name: string, standIn: boolean) => ({ id: 'store', name, version: '1', standIn });

test('names the stand-ins', () => {
  expect(standInService([service('Redis', true), service('PostgreSQL', false)])).toEqual({
    code: 'stand-in-service',
    detail: 'stand-in for Redis',
  });
});

test('is not in force with real services or none', () => {
  expect(standInService([service('Redis', false)])).toBeNull();
  expect(standInService([])).toBeNull();
});
