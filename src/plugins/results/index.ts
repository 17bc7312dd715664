import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LoadContext, Plugin, PluginContentLoadedActions } from '@docusaurus/types';
import { developmentVersion } from '../../../bench-runner/results/identifiers.ts';
import type { ResultDocument } from '../../../bench-runner/results/schema.ts';
import { documentFile, runFolder, versionFolder } from '../../../bench-runner/results/store.ts';
import { withAgreements } from './agreements.ts';
import type { JudgedTables } from './archive/agreement.ts';
import { writeArchive } from './archive/index.ts';
import { addJudged } from './archive/judged.ts';
import { chartFiles, downloads } from './downloads.ts';
import { type LoadedResults, loadResults } from './load.ts';
import { homePage, resultsIndex, versionPage } from './overview-pages.ts';
import { documentPath, resultsPath, scenarioPath, suitePath, versionPath } from './paths.ts';
import { resultsRoot } from './root.ts';
import { scenarioPage } from './scenario-page.ts';
import { suitePage } from './suite-page.ts';
import { type Place, targetsOf } from './targets.ts';

/** Routes for the newest versions of the results; their data reach components as props, never as MDX. */
export default function resultsPlugin({ siteDir, baseUrl }: LoadContext): Plugin<LoadedResults> {
  const root = resultsRoot(siteDir);
  const at = (path: string) => baseUrl + path.slice(1);

  return {
    name: 'results',

    getPathsToWatch: () => [
      join(root, 'static/results/*/*.json'),
      join(root, '.lab/runs/*/*.json'),
    ],

    loadContent: () => loadResults(root),

    // Renaming chunks after their final content replaces the old hash wherever its eight digits
    // stand, in the figures of the results too: 609.1…377 was built as 609.17b27b5e2377.
    configureWebpack: () => ({ optimization: { realContentHash: false } }),

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

    async postBuild({ outDir, content: { versions } }) {
      for (const { label, documents } of versions) {
        for (const document of documents) {
          const suite = document.suite.id;
          await copy(storedFile(label, document, root), join(outDir, documentPath(label, suite)));
          for (const files of [downloads(label, document), chartFiles(label, document)]) {
            for (const [path, text] of files) await write(join(outDir, path), text);
          }
        }
      }
      await writeArchive({ root, outDir, versions });
    },
  };
}

/** The file a document was read from. */
function storedFile(label: string, { run, suite }: ResultDocument, root: string): string {
  const folder =
    label === developmentVersion ? runFolder(run.id, root) : versionFolder(label, root);
  return documentFile(folder, suite.id);
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

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
