import type { HttpAnswer, HttpRequest, LoadPlan } from '../../define/http-load.ts';
import { derivedSeed } from '../../statistics/derived-seed.ts';
import { seededRandom } from '../../statistics/seeded-random.ts';
import { ask } from '../ask.ts';
import { NotExpressible } from './cross-check.ts';

/** What is sent in one iteration, with data from earlier answers as they were when recorded. */
export type RecordedIteration = readonly HttpRequest[];

/** Iterations recorded: as many different requests as the other program repeats in turn. */
const recordedIterations = 200;

/**
 * Carries out iterations of a plan against the server and keeps what was sent. Each request is sent
 * a second time to see whether it can be repeated: another program sends it again and again.
 *
 * @throws NotExpressible where a repeated request is answered with another status.
 */
export async function recordRequests(
  url: string,
  plan: LoadPlan,
  seed: number,
): Promise<RecordedIteration[]> {
  const random = seededRandom(derivedSeed(seed, 'recorded'));
  const iterations: RecordedIteration[] = [];
  for (let iteration = 0; iteration < recordedIterations; iteration += 1) {
    const sent: HttpRequest[] = [];
    const steps = plan.iteration({ index: 0, iteration, random });
    for (let step = steps.next(); !step.done; ) {
      sent.push(step.value);
      const answer: HttpAnswer = await ask(url, step.value);
      step = steps.next(answer);
    }
    iterations.push(sent);
  }
  for (const request of iterations.flat().filter(({ method }) => method !== 'GET')) {
    await ask(url, request).catch((cause) => {
      throw new NotExpressible(
        `The request "${request.name}" cannot be sent twice, and another program would repeat it: ${cause.message}`,
        { cause },
      );
    });
  }
  return iterations;
}
