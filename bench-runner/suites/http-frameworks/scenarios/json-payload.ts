import { defineScenario } from '../../../define/scenario.ts';
import { drawOne } from '../load/draw.ts';
import { echoRequests } from '../load/echo.ts';
import { expectEqual, jsonObject } from '../load/expect.ts';
import { serverMetrics } from '../load/metric-lists.ts';
import { twoFrameworks } from '../load/participants.ts';
import { standardTiming } from '../load/timing.ts';
import { manyUsers } from '../load/virtual-users.ts';

export default defineScenario({
  title: 'JSON payload',
  category: 'basic',
  question: 'What does it cost to read a JSON body, validate it and send it back?',
  description:
    'POST /echo with a message and an array of objects, as many as make the body as long as the axis says; 64 random bodies in rotation. The server parses the body, validates it and serialises it again. 50 virtual users, each asking again as soon as it is answered.',
  operation: 'one POST /echo',
  axes: {
    payload: {
      title: 'Body',
      unit: 'B',
      quick: [],
      standard: [1024],
      full: [128, 1024, 32_768],
    },
  },
  metrics: serverMetrics,
  baseline: 'express',
  standardSubjects: twoFrameworks,
  timing: standardTiming({ blocks: 6 }),
  method: {
    kind: 'http-load',
    services: [],
    load: ({ parameters, random, ask }) => {
      const requests = echoRequests(random, Number(parameters.payload));
      return {
        load: { kind: 'closed', users: manyUsers },
        *iteration(user) {
          yield drawOne(() => user.random(), requests);
        },
        check: async () => {
          const { json, ...request } = requests[0];
          const sent = { ...(json as object), unknown: 'left out' };
          const { message, data } = jsonObject(await ask({ ...request, json: sent }));
          expectEqual('the echo', { message, data }, json);
        },
      };
    },
  },
});
