import type { Client } from './client.ts';
import type { Step } from './section.ts';
import { Violation } from './violation.ts';

/** Steps of requests that are all refused, between two readings of what they must not change. */
export function changingNothing(
  what: string,
  read: (client: Client) => Promise<unknown>,
  steps: readonly Step[],
): Step[] {
  const before = new WeakMap<Client, string>();
  return [
    async (client) => {
      before.set(client, JSON.stringify(await read(client)));
    },
    ...steps,
    async (client) => {
      const after = JSON.stringify(await read(client));
      if (before.has(client) && after !== before.get(client)) {
        throw new Violation(
          `refused requests changed ${what}, from ${before.get(client)} to ${after}`,
        );
      }
    },
  ];
}
