import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is compared with itself. */
export interface SelfComparison {
  /** Folder of the suite that has the scenario and the subject. */
  suite: string;
  scenario: string;
  subject: string;
  /** Comparisons, each with trials of its own. */
  rounds: number;
}

/** Id of the suite that is written. */
export const suiteId = 'self-comparison';

/** Id of the axis whose every value is a comparison. */
const roundAxis = 'round';

/**
 * Writes a folder of suites with one suite, in which one subject stands under two ids with the same
 * program and settings. Its scenario is the given one at the first value of each axis that the quick
 * profile measures, once a round. The runner cannot know that both subjects are one.
 *
 * @param folder an empty one.
 */
export async function writeSelfComparison(
  folder: string,
  { suite, scenario, subject, rounds }: SelfComparison,
): Promise<void> {
  const own = join(folder, suiteId);
  await mkdir(join(own, 'scenarios'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  await writeFile(join(own, 'suite.ts'), suiteSource(join(suite, 'suite.ts')));
  await writeFile(
    join(own, 'scenarios', `${scenario}.ts`),
    scenarioSource(join(suite, 'scenarios', `${scenario}.ts`), subject, rounds),
  );
  const original = join(suite, 'subjects', subject);
  await writeSubject(join(own, 'subjects', subject), original);
  await writeCopy(join(own, 'subjects', copyOf(subject)), original, subject);
}

/** Id of the second of the two. */
export function copyOf(subject: string): string {
  return `${subject}-again`;
}

/** Tables and answers of the suite speak of its own subjects. */
function suiteSource(original: string): string {
  return `import original from ${JSON.stringify(original)};
export default { ...original, tables: undefined, answers: undefined };
`;
}

function scenarioSource(original: string, subject: string, rounds: number): string {
  const both = JSON.stringify([subject, copyOf(subject)]);
  return `import original from ${JSON.stringify(original)};
export * from ${JSON.stringify(original)};

const axes = Object.entries(original.axes).map(([id, { quick, standard, ...axis }]) => {
  const values = [...quick, ...standard].slice(0, 1);
  return [id, { ...axis, quick: values, standard: values, full: values }];
});
const rounds = Array.from({ length: ${rounds} }, (_, round) => round + 1);
export default {
  ...original,
  axes: {
    ...Object.fromEntries(axes),
    ${roundAxis}: { title: 'Round', quick: rounds, standard: rounds },
  },
  baseline: ${JSON.stringify(subject)},
  contrast: undefined,
  subjects: ${both},
  quickSubjects: undefined,
  standardSubjects: undefined,
};
`;
}

interface Manifest {
  module?: string;
  server?: unknown;
  variantOf?: string;
}

async function writeSubject(folder: string, original: string): Promise<void> {
  const { manifest, text } = await manifestOf(original);
  if (manifest.variantOf !== undefined) {
    throw new RangeError(
      `Expected a subject with a program of its own, not a variant; choose "${manifest.variantOf}", whose program this is.`,
    );
  }
  if (manifest.module === undefined) {
    await cp(original, folder, {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
    });
    return;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'subject.json'), text);
  await writeFile(
    join(folder, manifest.module),
    `export { default } from ${JSON.stringify(join(original, manifest.module))};\n`,
  );
}

/** A server stands under a second id as a variant without settings, anything else once more. */
async function writeCopy(folder: string, original: string, subject: string): Promise<void> {
  const { manifest } = await manifestOf(original);
  if (manifest.server === undefined) return writeSubject(folder, original);
  const {
    server: _,
    build: __,
    requires: ___,
    module: ____,
    ...described
  } = manifest as Record<string, unknown>;
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'subject.json'),
    `${JSON.stringify({ ...described, variantOf: subject }, null, 2)}\n`,
  );
}

async function manifestOf(folder: string): Promise<{ manifest: Manifest; text: string }> {
  const text = await readFile(join(folder, 'subject.json'), 'utf8');
  return { manifest: JSON.parse(text), text };
}
