import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser, type InstalledBrowser } from '../../../testing/browser.ts';
import { serve } from '../../../testing/static-server.ts';
import { buildTestSite, testBase } from './test-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address and folder of the site under test. */
    site: { url: string; folder: string };
    /** A browser that starts, or why there is none. */
    browser: InstalledBrowser | { missing: string };
  }
}

/**
 * Builds the site once for all tests. LAB_TEST_SITE names a folder in which it is kept, to write
 * tests without waiting; remove the folder to build anew.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', await browser());
  const kept = process.env.LAB_TEST_SITE;
  const root = kept ?? (await mkdtemp(join(tmpdir(), 'lab-site-')));
  const folder = join(root, 'build');
  if (!existsSync(join(folder, 'index.html'))) await buildTestSite(root, folder);
  const server = await serve(folder, testBase);
  project.provide('site', { url: server.url, folder });
  return async () => {
    await server.close();
    if (!kept) await rm(root, { recursive: true, force: true });
  };
}

/** In CI a missing browser fails the tests; elsewhere those that need one are skipped. */
async function browser(): Promise<InstalledBrowser | { missing: string }> {
  try {
    return await findBrowser();
  } catch (error) {
    if (process.env.CI || !(error instanceof Error)) throw error;
    process.stderr.write(`Tests in a browser are skipped: ${error.message}\n`);
    return { missing: error.message };
  }
}
