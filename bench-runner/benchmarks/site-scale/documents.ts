import { mkdir, writeFile } from 'node:fs/promises';
import { serialiseDocument, versionFolder } from '../../results/store.ts';
import { scaleDocument } from './document.ts';

/** How many versions a build has to cope with, and how large each of them is. */
export interface ScaleSize {
  versions: number;
  /** Result pages of a version: its overview, one page a suite, one page a scenario. */
  pages: number;
  suites: number;
  tables: number;
  rows: number;
  trials: number;
}

/** Scenarios of each suite, so that overview, suites and scenarios add up to the pages asked for. */
export function scenariosBySuite({ pages, suites }: Pick<ScaleSize, 'pages' | 'suites'>): number[] {
  const scenarios = pages - 1 - suites;
  if (suites < 1 || scenarios < suites) {
    throw new RangeError(
      `${pages} pages leave ${scenarios} scenarios for ${suites} suites, and each suite needs one; raise --pages or lower --suites`,
    );
  }
  return Array.from({ length: suites }, (_, index) => Math.floor((scenarios + index) / suites));
}

/** Writes the documents of all versions below a folder and returns their bytes. */
export async function writeScaleDocuments(size: ScaleSize, root: string): Promise<number> {
  let bytes = 0;
  for (let version = 0; version < size.versions; version += 1) {
    const folder = versionFolder(`scale-${version + 1}`, root);
    await mkdir(folder, { recursive: true });
    for (const [index, scenarios] of scenariosBySuite(size).entries()) {
      const suite = `suite-${index}`;
      const json = serialiseDocument(scaleDocument({ ...size, suite, scenarios, day: version }));
      bytes += Buffer.byteLength(json);
      await writeFile(`${folder}/${suite}.json`, json);
    }
  }
  return bytes;
}
