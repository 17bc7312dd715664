import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { developmentVersion } from '../../../bench-runner/results/identifiers.ts';
import type { ResultDocument } from '../../../bench-runner/results/schema.ts';
import { documentFile, runFolder, versionFolder } from '../../../bench-runner/results/store.ts';
import { citePage } from './archive/cite-page.ts';
import { citedScenario, citedSuite } from './archive/cited-page.ts';
import { writeStylesheet } from './archive/stylesheet.ts';
import { writePage } from './archive/write-page.ts';
import { chartFiles, downloads } from './downloads.ts';
import { documentPath } from './paths.ts';
import { scenarioPage } from './scenario-page.ts';
import { suitePage } from './suite-page.ts';
import type { ResultVersion } from './versions.ts';

interface Folders {
  /** Folder that holds `static/results` and `.lab/runs`. */
  root: string;
  /** Folder of the built site. */
  outDir: string;
}

/** Writes what the pages of live versions link to and fetch: documents, downloads, citations. */
export async function writeLiveFiles(
  versions: readonly ResultVersion[],
  { root, outDir }: Folders,
): Promise<void> {
  const site = { outDir, stylesheet: await writeStylesheet(outDir) };
  for (const version of versions) {
    for (const document of version.documents) {
      const path = documentPath(version.label, document.suite.id);
      copyFileSync(storedFile(version.label, document, root), place(outDir, path));
      for (const files of [downloads(version.label, document), chartFiles(version.label, document)])
        for (const [file, text] of files) writeFileSync(place(outDir, file), text);
      writePage(citePage(citedSuite(suitePage(version, document))), site);
      for (const scenario of document.suite.scenarios) {
        writePage(citePage(citedScenario(scenarioPage(version, document, scenario))), site);
        // The processes of the archive ask this one for their next version.
        await setImmediate();
      }
    }
  }
}

/** The file a document was read from. */
function storedFile(label: string, { run, suite }: ResultDocument, root: string): string {
  const folder =
    label === developmentVersion ? runFolder(run.id, root) : versionFolder(label, root);
  return documentFile(folder, suite.id);
}

/** A file of the site, in a folder that is there. */
function place(outDir: string, path: string): string {
  const file = join(outDir, path);
  mkdirSync(dirname(file), { recursive: true });
  return file;
}
