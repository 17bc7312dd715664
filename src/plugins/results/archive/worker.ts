import type { ArchiveContext, WorkerAnswer, WorkerRequest } from './task.ts';
import { writeVersion } from './write-version.ts';

let context: ArchiveContext | undefined;

async function answer(request: WorkerRequest): Promise<WorkerAnswer | undefined> {
  if ('context' in request) {
    context = request.context;
    return undefined;
  }
  if (!context) return { error: 'the archive worker was given a version before its context' };
  try {
    return { outcome: await writeVersion(context, request.task) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', async (request: WorkerRequest) => {
  const message = await answer(request);
  if (message) process.send?.(message);
});
process.on('disconnect', () => process.exit());
