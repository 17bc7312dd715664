import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const packages = createRequire(join(here, '..', 'package.json'));

/**
 * Bundles programs of this folder into plain JavaScript, which starts several times faster than
 * TypeScript through a loader. The native package stays where it is installed.
 *
 * @param names File names without their ending.
 * @returns The path of each program.
 */
export async function bundlePrograms<Name extends string>(
  folder: string,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  await build({
    entryPoints: names.map((name) => join(here, `${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    plugins: [
      {
        name: 'native-package',
        setup: (bundler) => {
          bundler.onResolve({ filter: /^aws-crt\// }, ({ path }) => ({
            path: packages.resolve(path),
            external: true,
          }));
        },
      },
    ],
  });
  return Object.fromEntries(names.map((name) => [name, join(folder, `${name}.cjs`)])) as Record<
    Name,
    string
  >;
}
