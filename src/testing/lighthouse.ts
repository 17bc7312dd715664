import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { findBrowser } from './browser.ts';
import { serve } from './static-server.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string }>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: 'string', default: 'build' },
    base: { type: 'string', default: '/' },
    runs: { type: 'string', default: '3' },
  },
});
if (positionals.length === 0) {
  process.stderr.write(
    'Usage: npm run benchmark:lighthouse -- [--site build] [--base /] [--runs 3] <path>…\nExample: npm run benchmark:lighthouse -- results/2026.11/multiplexer/write/\n',
  );
  process.exit(2);
}

// Lighthouse is fetched for the occasion: it brings 100 packages that nothing else needs.
const { executablePath, args } = await findBrowser();
const server = await serve(resolve(values.site), values.base);
const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
try {
  for (const path of positionals) {
    const reports: Report[] = [];
    for (let run = 0; run < Number(values.runs); run += 1) reports.push(await reportOn(path));
    const scores = categories.map((id) => {
      const all = reports.map(({ categories: of }) => Math.round((of[id]?.score ?? 0) * 100));
      return `${id} ${median(all)} (${all.join(', ')})`;
    });
    process.stdout.write(`${path}: median of ${reports.length}: ${scores.join('; ')}\n`);
    for (const fault of faultsOf(reports)) process.stdout.write(`  ${fault}\n`);
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

async function reportOn(path: string): Promise<Report> {
  const file = join(folder, 'report.json');
  const flags = ['--headless=shell', ...args].join(' ');
  await promisify(execFile)(
    'npm',
    [
      ...['exec', '--yes', '--package=lighthouse@12', '--', 'lighthouse', server.url + path],
      ...['--output=json', `--output-path=${file}`, '--quiet', `--chrome-flags=${flags}`],
      `--only-categories=${categories.join(',')}`,
    ],
    {
      // Outside the project, whose packages Lighthouse must not take for its own.
      cwd: folder,
      env: { ...process.env, CHROME_PATH: executablePath },
      timeout: 180_000,
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  return JSON.parse(await readFile(file, 'utf8')) as Report;
}

function faultsOf(reports: readonly Report[]): string[] {
  const faults = reports.flatMap(({ audits }) =>
    Object.entries(audits).flatMap(([id, { title, score, scoreDisplayMode }]) =>
      score !== null && score < 0.9 && scoreDisplayMode !== 'informative' ? `${id}: ${title}` : [],
    ),
  );
  return [...new Set(faults)];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
