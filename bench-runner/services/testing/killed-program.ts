/** A program for the tests of what is left behind: starts a service, says so, and waits. */
import { pathToFileURL } from 'node:url';
import type { ServiceDefinition } from '../../define/service.ts';
import { startReaper } from '../../process/reaper.ts';

const [file = '', folder = '', mode = ''] = process.argv.slice(2);
const { default: definition } = (await import(pathToFileURL(file).href)) as {
  default: ServiceDefinition;
};
const reaper = mode === 'with-reaper' ? startReaper() : undefined;
const service = await definition.start({
  folder,
  signal: new AbortController().signal,
  onStart: (pid) => reaper?.watch(pid),
  onStep: () => {},
});
console.log(JSON.stringify({ environment: service.environment, processes: service.processes }));
setInterval(() => {}, 1_000);
