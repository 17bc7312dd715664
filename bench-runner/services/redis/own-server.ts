import { randomBytes } from 'node:crypto';
import type { RunningService, ServiceContext } from '../../define/service.ts';
import { findFreePort } from '../free-port.ts';
import { RestartableProgram } from '../restartable-program.ts';
import { readCounters } from './counters.ts';
import { describeServer } from './describe-server.ts';
import type { Program } from './programs.ts';
import { inSession } from './session.ts';

/** Starts a server for this run alone, with nothing in it and nothing written to the disk. */
export async function startOwnServer(
  program: Program,
  context: ServiceContext,
): Promise<RunningService> {
  const running = await RestartableProgram.prepare('redis', context);
  try {
    const port = await findFreePort();
    const password = randomBytes(18).toString('hex');
    const url = `redis://:${password}@127.0.0.1:${port}/0`;
    const check = () => inSession(url, async (client) => void (await client.ping()));
    await running.start({ ...(await program.prepare(running.folder, port, password)), check });
    const { name, version } = await describeServer(url);
    return {
      name: program.standIn ? 'Redis stand-in' : name,
      version: program.standIn ? `of the lab, after Redis ${version}` : version,
      standIn: program.standIn,
      environment: { REDIS_URL: url },
      get processes() {
        return running.processes;
      },
      check,
      restore: () => inSession(url, async (client) => void (await client.flushAll())),
      restart: () => running.restart(),
      counters: () => readCounters(url),
      stop: () => running.stop(),
    };
  } catch (error) {
    await running.stop();
    throw error;
  }
}
