import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { installedPackages } from './installed-packages.ts';
import { subjectFolder } from './subject-folder.ts';

/** Bundled modules of a run: the program that is forked, and a file URL for each source file. */
export interface Bundle {
  child: string;
  moduleOf(source: string): string;
  /** A source file and all it imports, directly or not, but for installed packages; sorted. */
  sourcesOf(source: string): string[];
}

const childSource = fileURLToPath(new URL('./child.ts', import.meta.url));

/**
 * Bundles the trial's program with scenarios and subjects into plain JavaScript. Modules used by
 * several stay shared, so a class is one class in all of them. Function names are not kept by
 * wrappers: a loader that adds them costs time inside what is measured. Packages that subjects have
 * installed stay outside, and their `import.meta.dirname` stays the folder of their source.
 */
export async function bundleModules(sources: readonly string[], folder: string): Promise<Bundle> {
  const entries = [childSource, ...sources].map((source) => resolve(source));
  const base = commonFolder(entries);
  const result = await build({
    entryPoints: entries,
    outdir: folder,
    outbase: base,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // For profiles: which source a function comes from. Nothing that runs reads them.
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
    metafile: true,
    plugins: [installedPackages, subjectFolder],
    absWorkingDir: base,
    // Packages written for CommonJS call require for Node's own modules.
    banner: {
      js: "import { createRequire as labCreateRequire } from 'node:module'; const require = labCreateRequire(import.meta.url);",
    },
  });
  if (result.errors.length > 0) throw new Error(result.errors[0]?.text);
  const output = (source: string) =>
    join(folder, relative(base, resolve(source)).replace(/\.[cm]?tsx?$/, '.mjs'));
  return {
    child: output(childSource),
    moduleOf: (source) => pathToFileURL(output(source)).href,
    sourcesOf: (source) => importedSources(result.metafile, base, resolve(source)),
  };
}

function importedSources(metafile: Metafile, base: string, entry: string): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path) || /(?:^|\/)node_modules\//.test(path)) return;
    found.add(path);
    for (const { path: imported, external } of metafile.inputs[path]?.imports ?? []) {
      if (!external) visit(imported);
    }
  };
  visit(relative(base, entry));
  return [...found].map((path) => join(base, path)).sort();
}

function commonFolder(files: readonly string[]): string {
  const [first = [], ...rest] = files.map((file) => file.split(sep).slice(0, -1));
  let length = first.length;
  for (const parts of rest) {
    let same = 0;
    while (same < length && parts[same] === first[same]) same += 1;
    length = same;
  }
  return first.slice(0, length).join(sep) || sep;
}
