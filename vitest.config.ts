import { defineConfig } from 'vitest/config';

const siteTests = 'src/**/*.site.test.ts';
/** Tests of what needs the packages and programs of the log-storage suite's subjects. */
const storageTests = 'bench-runner/suites/log-storage/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [
            '**/node_modules/**',
            'build/**',
            '.docusaurus/**',
            '.lab/**',
            siteTests,
            storageTests,
          ],
        },
      },
      {
        test: {
          name: 'log-storage',
          include: [storageTests],
          exclude: ['**/node_modules/**'],
          // Installs and builds the subjects once, before the first test.
          globalSetup: ['bench-runner/suites/log-storage/testing/prepare-subjects.ts'],
        },
      },
      {
        test: {
          name: 'site',
          include: [siteTests],
          // Builds the site once, from documents written for the tests.
          globalSetup: ['src/plugins/results/testing/site-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One browser and one built site: more at once would only wait for each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
