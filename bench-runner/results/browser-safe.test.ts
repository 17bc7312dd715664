import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Every module of the program that a module brings into a browser, and all else it would need. */
async function broughtBy(...modules: string[]): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: modules.map((module) => join(import.meta.dirname, module)),
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'out',
    platform: 'browser',
    packages: 'external',
    external: ['node:*'],
    absWorkingDir: import.meta.dirname,
  });
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => path),
  );
  return [...new Set([...Object.keys(metafile.inputs), ...outside])];
}

describe('what pages run in a browser', () => {
  it.each(
    ['citation.ts', 'citation/formats.ts', 'citation-token.ts', 'permalink.ts', 'format.ts'].concat(
      ['environment-line.ts', 'short-fingerprint.ts', 'site.ts'],
    ),
  )('%s needs no package, no program and no schema', async (module) => {
    const brought = await broughtBy(module);
    expect(brought).toContain(module);
    expect(brought.filter((path) => !path.endsWith('.ts') || path.startsWith('..'))).toEqual([]);
    expect(brought).not.toContain('schema.ts');
    expect(brought).not.toContain('identifiers.ts');
  });
});
