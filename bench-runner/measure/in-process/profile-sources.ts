import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { privateWords, scrub } from '../../process/scrub.ts';
import type { ProfiledFunction } from '../../results/cpu-profile.ts';
import type { CallFrame } from './profile-tree.ts';

/** The project's own folder. */
const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** Most characters of a name and of a path. */
const mostCharacters = 200;

/**
 * Says of functions of bundled modules where they stand in the sources, by the maps that lie beside
 * the modules, and of all others which package or module of Node.js they belong to. What it says
 * names no folder of this machine.
 *
 * @param suitesFolder Folder of the suites, which may lie outside the project.
 */
export function describeFunctions(
  suitesFolder: string,
): (frame: CallFrame) => Readonly<ProfiledFunction> {
  const words = privateWords();
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (module: string) => {
    const known = maps.get(module);
    if (known !== undefined) return known;
    const map = readMap(`${module}.map`);
    maps.set(module, map);
    return map;
  };
  const publishable = (text: string) => {
    const clean = scrub(text, words).replace(/\s+/g, ' ').trim();
    return clean.length > mostCharacters ? `${clean.slice(0, mostCharacters - 1)}…` : clean;
  };
  return ({ functionName, url, lineNumber, columnNumber }) => {
    const name = publishable(functionName) || '(anonymous)';
    const line = lineNumber >= 0 ? lineNumber + 1 : null;
    if (!url.startsWith('file:')) return { name, ...elsewhere(url, line) };
    const module = fileURLToPath(url);
    const entry = mapOf(module)?.findEntry(lineNumber, columnNumber);
    if (entry && 'originalSource' in entry && entry.originalSource) {
      const file = resolve(dirname(module), entry.originalSource);
      return { name, source: publishable(place(file, suitesFolder)), line: entry.originalLine + 1 };
    }
    return { name, source: publishable(place(module, suitesFolder)), line };
  };
}

function elsewhere(url: string, line: number | null): Pick<ProfiledFunction, 'source' | 'line'> {
  if (url.startsWith('node:')) return { source: url.slice(0, mostCharacters), line };
  if (url.startsWith('wasm:')) return { source: 'WebAssembly', line: null };
  return { source: null, line: null };
}

/**
 * A file's path below the package it belongs to, the project or the suites; its name alone where it
 * lies in none of them.
 */
function place(file: string, suitesFolder: string): string {
  const inPackage = file.split(`${sep}node_modules${sep}`);
  if (inPackage.length > 1) return slashed(inPackage.at(-1) ?? '');
  for (const folder of [projectFolder, suitesFolder]) {
    const below = relative(folder, file);
    if (!below.startsWith('..') && !isAbsolute(below)) return slashed(below);
  }
  return basename(file);
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

function readMap(file: string): SourceMap | null {
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
