/** The schema version that documents are written in and that older ones are brought to. */
export const currentSchemaVersion = 1;

type Data = Record<string, unknown>;

/** Each brings a document of the version that is its key to the next version. */
export type Migrations = Readonly<Record<number, (document: Data) => Data>>;

/** No version is older than the first. A change of the schema adds its step here. */
const migrations: Migrations = {};

/**
 * A document of any known schema version in the current one. What the schema itself refuses passes
 * unchanged, so that the schema can name it.
 * @throws RangeError where the document's version is newer than this program, or has no step.
 */
export function migrate(
  data: unknown,
  steps: Migrations = migrations,
  current: number = currentSchemaVersion,
): unknown {
  if (!isVersioned(data)) return data;
  let document: Data = data;
  for (let version = data.schemaVersion; version !== current; version += 1) {
    const step = Object.hasOwn(steps, version) ? steps[version] : undefined;
    if (version > current || !step) {
      throw new RangeError(
        version > current
          ? `schema version ${version} is newer than version ${current}, which this program reads; update the program`
          : `expected schema version ${current}, or an older one that can be brought to it, not ${version}`,
      );
    }
    document = { ...step(document), schemaVersion: version + 1 };
  }
  return document;
}

function isVersioned(data: unknown): data is Data & { schemaVersion: number } {
  return (
    typeof data === 'object' &&
    data !== null &&
    'schemaVersion' in data &&
    Number.isSafeInteger(data.schemaVersion)
  );
}
