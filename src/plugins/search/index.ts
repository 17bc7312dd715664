import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { publishedHeads } from '../results/published-heads.ts';
import { resultsRoot } from '../results/root.ts';
import { orderVersions } from '../results/versions.ts';
import { searchable } from './searchable.ts';
import type { IndexRequest } from './write-index.ts';

/**
 * Indexes the built pages for the search box: documentation, notes and the newest version's
 * results. Figures are left out, and so are older versions, whose pages would say the same again.
 */
export default function searchPlugin({ siteDir, baseUrl }: LoadContext): Plugin {
  return {
    name: 'search',

    async postBuild({ outDir, routesPaths }) {
      const versions = orderVersions(await publishedHeads(resultsRoot(siteDir)));
      const paths = searchable(routesPaths, baseUrl, versions[0]?.label);
      await index({ outDir, paths });
    },
  };
}

/** Runs the indexer in a process of its own: plugins are loaded in a way that it cannot be. */
function index(request: IndexRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    worker.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    worker.once('error', reject);
    worker.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`the search index was not made: ${said.trim() || `exit code ${code}`}`));
    });
    worker.send(request);
  });
}
