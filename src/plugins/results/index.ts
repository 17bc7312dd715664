import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadContext, Plugin, PluginContentLoadedActions } from '@docusaurus/types';
import { developmentVersion, schemaFolder } from '../../../bench-runner/results/identifiers.ts';
import { versionsFolder } from '../../../bench-runner/results/store.ts';
import { withAgreements } from './agreements.ts';
import type { JudgedTables } from './archive/agreement.ts';
import { writeArchive } from './archive/index.ts';
import { addJudged } from './archive/judged.ts';
import { writeLiveFiles } from './live-files.ts';
import { type LoadedResults, loadResults } from './load.ts';
import { homePage, resultsIndex, versionPage } from './overview-pages.ts';
import { resultsPath, scenarioPath, suitePath, versionPath } from './paths.ts';
import { resultsRoot } from './root.ts';
import { scenarioPage } from './scenario-page.ts';
import { suitePage } from './suite-page.ts';
import { type Place, targetsOf } from './targets.ts';

/** Routes for the newest versions of the results; their data reach components as props, never as MDX. */
export default function resultsPlugin(context: LoadContext): Plugin<LoadedResults> {
  const { siteDir, outDir, generatedFilesDir, baseUrl } = context;
  const root = resultsRoot(siteDir);
  const at = (path: string) => baseUrl + path.slice(1);
  let archive: Promise<void> | undefined;
  const beginArchive = (versions: LoadedResults['versions']) => {
    const program = join(generatedFilesDir, 'archive/worker.mjs');
    archive = writeArchive({ root, outDir, program, versions });
    // What fails here fails the build where it is waited for.
    archive.catch(() => {});
  };

  return {
    name: 'results',

    getPathsToWatch: () => [
      join(root, 'static/results/*/*.json'),
      join(root, '.lab/runs/*/*.json'),
    ],

    loadContent: () => loadResults(root),

    configureWebpack: (_config, isServer, _utils, { versions }) => ({
      // Renaming chunks after their final content replaces the old hash wherever its eight digits
      // stand, in the figures of the results too: 609.1…377 was built as 609.17b27b5e2377.
      optimization: { realContentHash: false },
      // The bundler runs when the folder of the site has been emptied, and only for a build.
      plugins: isServer
        ? []
        : [{ apply: ({ hooks }) => hooks.run.tap('results', () => beginArchive(versions)) }],
    }),

    async contentLoaded({ content: { versions, notices }, actions }) {
      const { addRoute } = actions;
      const page = pages(actions);
      const targets = menus(versions, page);
      const component = (name: string) => `@site/src/components/${name}/index.tsx`;

      addRoute({
        path: at('/'),
        exact: true,
        component: component('HomePage'),
        modules: { page: await page('home', homePage(versions, notices)) },
      });
      addRoute({
        path: at(resultsPath),
        exact: true,
        component: component('ResultsIndex'),
        modules: { page: await page('versions', resultsIndex(versions, notices)) },
      });
      const newer: JudgedTables = new Map();
      for (const version of versions) {
        if (!version.live) continue;
        const { label } = version;
        addRoute({
          path: at(versionPath(label)),
          exact: true,
          component: component('VersionPage'),
          modules: {
            page: await page(`version/${label}`, versionPage(version)),
            targets: await targets({}),
          },
        });
        for (const document of version.documents) {
          const suite = document.suite.id;
          addRoute({
            path: at(suitePath(label, suite)),
            exact: true,
            component: component('SuitePage'),
            modules: {
              page: await page(
                `version/${label}/${suite}`,
                withAgreements(suitePage(version, document), newer),
              ),
              targets: await targets({ suite }),
            },
          });
          for (const scenario of document.suite.scenarios) {
            addRoute({
              path: at(scenarioPath(label, suite, scenario.id)),
              exact: true,
              component: component('ScenarioPage'),
              modules: {
                page: await page(
                  `version/${label}/${suite}/${scenario.id}`,
                  withAgreements(scenarioPage(version, document, scenario), newer),
                ),
                targets: await targets({ suite, scenario: scenario.id }),
              },
            });
          }
        }
        if (label !== developmentVersion) addJudged(newer, label, version.documents);
      }
    },

    async postBuild({ content: { versions } }) {
      await writeLiveFiles(versions, { root, outDir });
      const schema = join(versionsFolder(siteDir), schemaFolder);
      await cp(schema, join(outDir, resultsPath, schemaFolder), { recursive: true });
      await archive;
    },
  };
}

/** Stores a page's data under a name of its own and gives the module's path. */
function pages({ createData }: PluginContentLoadedActions) {
  return (name: string, data: object): Promise<string> => {
    // One string literal, as which the bundler writes JSON modules anyway. Of those it keeps every
    // figure as a value of its own, in the bundles of browser and server, at hundreds of megabytes.
    const json = JSON.stringify(JSON.stringify(data));
    return createData(`${name.replaceAll('/', '--')}.mjs`, `export default JSON.parse(${json});\n`);
  };
}

/** Version menus by place: all versions of a page share one module. */
function menus(
  versions: LoadedResults['versions'],
  page: (name: string, data: object) => Promise<string>,
) {
  const stored = new Map<string, Promise<string>>();
  return (place: Place): Promise<string> => {
    const name = `menu/${place.suite ?? ''}/${place.scenario ?? ''}`;
    const known = stored.get(name) ?? page(name, targetsOf(versions, place));
    stored.set(name, known);
    return known;
  };
}
