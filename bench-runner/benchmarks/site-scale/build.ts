import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Observation, type Observed, observe } from '../../environment/observe.ts';
import { runCommand } from '../../process/run-command.ts';

/** What one build took. */
export interface TimedBuild {
  seconds: number;
  observed: Observed;
  /** Files and bytes of the built site. */
  files: number;
  bytes: number;
}

/** A hung build is ended after this long, in ms. */
const timeoutMs = 15 * 60_000;

/**
 * Builds the real site from the results below a folder, without any cache of an earlier build.
 * @throws Error with the end of the build's output where it fails.
 */
export async function timedBuild(project: string, root: string): Promise<TimedBuild> {
  const outDir = join(root, 'build');
  const docusaurus = join(project, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  let observation: Observation | undefined;
  const started = performance.now();
  const result = await runCommand([process.execPath, docusaurus, 'build', '--out-dir', outDir], {
    cwd: project,
    timeoutMs,
    env: {
      LAB_RESULTS_ROOT: root,
      // The project's own folder of generated files may belong to a site being written.
      DOCUSAURUS_GENERATED_FILES_DIR_NAME: join(root, 'generated'),
      NODE_ENV: undefined,
      NO_UPDATE_NOTIFIER: '1',
    },
    onStart: (pid) => {
      observation = observe(pid);
    },
  });
  const seconds = (performance.now() - started) / 1_000;
  const observed = await observation?.stop();
  if (result.exitCode !== 0 || !observed) {
    throw new Error(`the build failed:\n${(result.stdout + result.stderr).slice(-4_000)}`);
  }
  return { seconds, observed, ...(await sizeOf(outDir)) };
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(file.parentPath, file.name))).size;
  return { files: files.length, bytes };
}
