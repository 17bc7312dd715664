import { writeIndex } from './write-index.ts';

process.once('message', async (request: Parameters<typeof writeIndex>[0]) => {
  try {
    await writeIndex(request);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
});
