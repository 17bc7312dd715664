import type { AxisDefinition } from '../../../define/axis.ts';
import type { ClosedLoad, LoadContext } from '../../../define/http-load.ts';

/** Virtual users of a request that costs little. */
export const manyUsers = 50;

/** Virtual users of requests that wait for the database: twice the connections of a pool. */
export const databaseUsers = 20;

/** How many virtual users ask at once; the full profile shows throughput against latency. */
export function usersAxis(standard: number, quick: readonly number[] = []): AxisDefinition<number> {
  const full = new Set([1, 10, 50, 200, standard]);
  return {
    title: 'Virtual users',
    quick,
    standard: [standard],
    full: [...full].toSorted((a, b) => a - b),
  };
}

/** Each virtual user asks again as soon as it is answered; as many as the axis says. */
export function closedLoad(parameters: LoadContext['parameters']): ClosedLoad {
  return { kind: 'closed', users: Number(parameters.users) };
}
