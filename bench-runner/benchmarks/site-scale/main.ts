import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { describeEnvironment } from '../../environment/describe.ts';
import { formatBytes } from '../../results/format.ts';
import { timedBuild } from './build.ts';
import { type ScaleSize, writeScaleDocuments } from './documents.ts';

/** What a build of 200 versions of 60 pages may take on two processors. */
const limits = { seconds: 60, residentBytes: 2 * 1024 ** 3 };

const project = join(import.meta.dirname, '../../..');

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected 1 or more.');
  return value;
}

const options = new Command('site-scale')
  .description('Times a build of the site from generated documents, which are thrown away.')
  .option('--versions <n>', 'published versions', count, 200)
  .option('--pages <n>', 'result pages of a version', count, 60)
  .option('--suites <n>', 'suites of a version', count, 3)
  .option('--tables <n>', 'tables of a page', count, 6)
  .option('--rows <n>', 'rows of a table', count, 20)
  .option('--trials <n>', 'trials of a case', count, 3)
  .option('--repeat <n>', 'builds', count, 1)
  .option('--folder <folder>', 'keep the documents and the built site in this folder')
  .parse()
  .opts<ScaleSize & { repeat: number; folder?: string }>();

const print = (line: string) => process.stdout.write(`${line}\n`);
const root = options.folder ?? (await mkdtemp(join(tmpdir(), 'site-scale-')));
try {
  const { cpuModel, cores, memoryBytes, operatingSystem } = await describeEnvironment();
  print(
    `${cpuModel}, ${cores} processors, ${formatBytes(memoryBytes)}, ${operatingSystem}, Node.js ${process.version}`,
  );
  const bytes = await writeScaleDocuments(options, root);
  const { versions, pages, tables, rows, trials } = options;
  print(
    `${versions} versions of ${pages} pages, each with ${tables} tables of ${rows} rows; ${trials} trials a case; ${formatBytes(bytes)} of documents`,
  );
  for (let run = 1; run <= options.repeat; run += 1) {
    const { seconds, observed, files, bytes: size } = await timedBuild(project, root);
    const within = seconds <= limits.seconds && observed.peakResidentBytes <= limits.residentBytes;
    print(
      `build ${run} of ${options.repeat}: ${seconds.toFixed(1)} s, peak memory ${formatBytes(observed.peakResidentBytes)}, ${observed.cpuSeconds.toFixed(1)} s of CPU, other work ${(observed.foreignCpuShare * 100).toFixed(0)} % of the machine, ${files} files, ${formatBytes(size)}: ${within ? 'within' : 'over'} ${limits.seconds} s and ${formatBytes(limits.residentBytes)}`,
    );
    if (!within) process.exitCode = 1;
  }
} finally {
  if (!options.folder) await rm(root, { recursive: true, force: true });
}
