import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningService, ServiceContext, ServiceDefinition } from '../../define/service.ts';
import { removeOnExit } from '../leftovers/remove-on-exit.ts';

/**
 * Starts a service in a folder of its own below the system's temporary one; `stop()` ends it and
 * removes the folder. For tests, which need no run around it.
 */
export async function startService(
  definition: ServiceDefinition,
  context: Partial<ServiceContext> = {},
): Promise<RunningService> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-service-test-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const keepOnExit = removeOnExit(removeFolder);
  const remove = () => {
    removeFolder();
    keepOnExit();
  };
  try {
    const service = await definition.start({
      folder,
      signal: new AbortController().signal,
      onStart: () => {},
      onStep: () => {},
      ...context,
    });
    const stop = service.stop.bind(service);
    service.stop = async () => {
      await stop();
      remove();
    };
    return service;
  } catch (error) {
    remove();
    throw error;
  }
}
