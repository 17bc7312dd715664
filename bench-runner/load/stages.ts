import type { ClosedLoad } from '../define/http-load.ts';

/** Virtual users that a closed load wants once a share of the measured time has passed. */
export function usersAt({ users, stages }: ClosedLoad, share: number): number {
  if (!stages) return users;
  let begins = 0;
  let before = stages[0]?.users ?? users;
  for (const stage of stages) {
    const within = (share - begins) / stage.share;
    if (within < 1) {
      if (!stage.ramp) return stage.users;
      return Math.round(before + (stage.users - before) * Math.max(0, within));
    }
    begins += stage.share;
    before = stage.users;
  }
  return before;
}

/** Virtual users of a closed load at most. */
export function mostUsers({ users, stages }: ClosedLoad): number {
  return stages ? Math.max(...stages.map((stage) => stage.users)) : users;
}

/** @throws RangeError where a load cannot be carried out. */
export function checkClosedLoad(load: ClosedLoad): void {
  const levels = load.stages ?? [{ users: load.users, share: 1 }];
  if (mostUsers(load) < 1) throw new RangeError('A closed load needs at least one virtual user.');
  let sum = 0;
  for (const { users, share } of levels) {
    if (!Number.isInteger(users) || users < 0) {
      throw new RangeError(`Expected a whole number of virtual users, got ${users}.`);
    }
    if (!(share > 0)) throw new RangeError(`Expected a share of the time above 0, got ${share}.`);
    sum += share;
  }
  if (Math.abs(sum - 1) > 1e-6) {
    throw new RangeError(`The shares of the stages add up to ${sum} rather than to 1.`);
  }
}
