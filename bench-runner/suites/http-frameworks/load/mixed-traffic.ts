import type { HttpRequest, LoadContext, VirtualUser } from '../../../define/http-load.ts';
import { cachedRead } from './cached-reads.ts';
import { drawInteger, drawOne } from './draw.ts';
import { echoRequests } from './echo.ts';
import { askExternal } from './external.ts';
import { health } from './health.ts';
import { checkWrites, createUser, newUser } from './new-user.ts';
import { checkProtected, protectedRequests } from './protected.ts';
import { checkUsers, readUsers, userCount } from './users.ts';
import { type Weighted, weightedDraw } from './weighted.ts';

type Draw = (user: VirtualUser) => HttpRequest;

/** Requests of the plan's mixed workload in percent: reading lists weighs most. */
const weights = { health: 5, echo: 15, list: 40, create: 10, external: 15, protected: 15 };

/** Beside 100 of the mixed workload, so many cached reads: a fifth of all. */
const cachedWeight = 25;

/** Request names of the mixed workload. */
export const mixedNames = Object.keys(weights);

const echoBytes = 512;

/** One request of mixed traffic an iteration, and what must be right about each kind. */
export function mixedTraffic(
  { random, ask }: Pick<LoadContext, 'random' | 'ask'>,
  { cached = false }: { cached?: boolean } = {},
) {
  const echoes = echoRequests(random, echoBytes);
  const protects = protectedRequests(random);
  const choices: Weighted<Draw>[] = [
    { weight: weights.health, value: () => health },
    { weight: weights.echo, value: (user) => drawOne(() => user.random(), echoes) },
    { weight: weights.list, value: () => readUsers },
    { weight: weights.create, value: (user) => createUser(newUser(user)) },
    { weight: weights.external, value: () => askExternal },
    { weight: weights.protected, value: (user) => drawOne(() => user.random(), protects) },
    {
      weight: cached ? cachedWeight : 0,
      value: (user) => cachedRead(drawInteger(() => user.random(), 1, userCount)),
    },
  ];
  const draw = weightedDraw(choices);
  return {
    next: (user: VirtualUser): HttpRequest => draw(() => user.random())(user),
    check: async (): Promise<void> => {
      await checkUsers({ ask });
      await checkWrites({ ask });
      await checkProtected(protects[0], { ask });
      for (const one of [echoes[0], askExternal, health]) one.check?.(await ask(one));
    },
  };
}
