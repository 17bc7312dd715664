import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DiscoveredSubject } from '../../../../discovery/subjects.ts';
import { startServer } from '../../../../measure/http-load/start-server.ts';

export const jwtSecret = 'a secret of the contract test';
const stopWithinMs = 10_000;

export interface SubjectServer {
  url: string;
  /** Asks it to stop, and resolves to how it ended; null where it did not within 10 s. */
  terminate(): Promise<string | null>;
  end(): Promise<void>;
}

/** Starts a subject as the harness does. @throws Error with what it printed. */
export async function startSubject(
  subject: DiscoveredSubject,
  environment: Readonly<Record<string, string>>,
): Promise<SubjectServer> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-contract-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const started = await startServer({
    command: subject.manifest.server ?? [],
    cwd: subject.programFolder,
    environment: {
      JWT_SECRET: jwtSecret,
      SUBJECT: subject.id,
      ...subject.manifest.environment,
      ...environment,
    },
    logFile: join(folder, 'server.log'),
    processors: undefined,
    signal: new AbortController().signal,
    onStart: () => {},
  });
  if ('failure' in started) {
    await remove();
    throw new Error(`${started.failure.message}\n${started.failure.detail ?? ''}`);
  }
  const { server } = started;
  return {
    url: server.url,
    terminate: async () => {
      process.kill(server.process.pid, 'SIGTERM');
      const deadline = performance.now() + stopWithinMs;
      while (server.process.endedWith() === null && performance.now() < deadline) await pause(20);
      return server.process.endedWith();
    },
    end: async () => {
      await server.end();
      await remove();
    },
  };
}
