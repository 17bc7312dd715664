import { fileURLToPath } from 'node:url';
import { defineService } from '../../define/service.ts';
import { findFreePort } from '../free-port.ts';
import { endLeftovers } from '../leftovers/end-leftovers.ts';
import { RestartableProgram } from '../restartable-program.ts';
import { answerAfterMs, statePath } from './stub.ts';

const answerWithinMs = 5_000;

async function readRequests(url: string): Promise<number> {
  const signal = AbortSignal.timeout(answerWithinMs);
  const response = await fetch(new URL(statePath, url), { signal });
  const { requests } = (await response.json()) as { requests: number };
  return requests;
}

export default defineService({
  title: 'external API',
  start: async (context) => {
    await endLeftovers(context.onStep);
    const running = await RestartableProgram.prepare('external-api', context);
    try {
      const port = await findFreePort();
      const url = `http://127.0.0.1:${port}/`;
      const check = async () => void (await readRequests(url));
      await running.start({
        argv: [
          process.execPath,
          '--import',
          import.meta.resolve('tsx'),
          fileURLToPath(new URL('./program.ts', import.meta.url)),
        ],
        env: { PATH: process.env.PATH ?? '', LAB_STUB_PORT: String(port) },
        check,
      });
      return {
        name: 'External API',
        version: `a stub that answers after ${answerAfterMs} ms`,
        // It is what the scenario is about, not in place of a program that could be installed.
        standIn: false,
        environment: { EXTERNAL_URL: url },
        get processes() {
          return running.processes;
        },
        check,
        restore: async () => {},
        restart: () => running.restart(),
        counters: async () => ({ requests: await readRequests(url) }),
        stop: () => running.stop(),
      };
    } catch (error) {
      await running.stop();
      throw error;
    }
  },
});
