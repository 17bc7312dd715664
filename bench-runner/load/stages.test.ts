import { expect, it } from 'vitest';
import { checkClosedLoad, mostUsers, usersAt } from './stages.ts';

const spike = {
  kind: 'closed',
  users: 1,
  stages: [
    { users: 10, share: 0.25 },
    { users: 100, share: 0.5 },
    { users: 10, share: 0.25 },
  ],
} as const;

it('keeps a steady level without stages', () => {
  expect([0, 0.5, 1, 2].map((share) => usersAt({ kind: 'closed', users: 7 }, share))).toEqual([
    7, 7, 7, 7,
  ]);
});

it('has each level from the beginning of its share to the end', () => {
  const shares = [0, 0.2499, 0.25, 0.7499, 0.75, 0.9999, 1, 1.01];
  expect(shares.map((share) => usersAt(spike, share))).toEqual([10, 10, 100, 100, 10, 10, 10, 10]);
  expect(mostUsers(spike)).toBe(100);
});

it('reaches a ramp’s level along a straight line from the one before', () => {
  const ramp = {
    kind: 'closed',
    users: 0,
    stages: [
      { users: 10, share: 0.5 },
      { users: 50, share: 0.5, ramp: true },
    ],
  } as const;
  expect([0.49, 0.5, 0.625, 0.75, 1].map((share) => usersAt(ramp, share))).toEqual([
    10, 10, 20, 30, 50,
  ]);
});

it('refuses loads that cannot be', () => {
  const refused = (load: Partial<typeof spike>) => () => checkClosedLoad({ ...spike, ...load });
  expect(refused({})).not.toThrow();
  expect(refused({ stages: [{ users: 1, share: 0.5 }] as never })).toThrow('add up to 0.5');
  expect(refused({ stages: [{ users: 1.5, share: 1 }] as never })).toThrow('whole number');
  expect(refused({ stages: [{ users: 1, share: 0 }] as never })).toThrow('above 0');
  expect(refused({ stages: [{ users: 0, share: 1 }] as never })).toThrow('at least one');
});
