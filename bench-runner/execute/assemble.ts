import { analyse } from '../analysis/analyse.ts';
import { axisValues } from '../plan/expand-axes.ts';
import type { PlannedGroup } from '../plan/plan.ts';
import type { Case } from '../results/cases.ts';
import type { CpuProfile } from '../results/cpu-profile.ts';
import type { Environment } from '../results/environment.ts';
import { currentMethod } from '../results/method.ts';
import type { Profile, ResultDocument } from '../results/schema.ts';
import { seal } from '../results/seal.ts';
import type { JournalBlock, JournalContent, JournalHeader } from './journal.ts';
import { missingService, type PreparedSuite } from './prepared-suite.ts';

/** The result document of one suite, from what the journal holds of it. */
export function assembleDocument(
  prepared: PreparedSuite,
  header: JournalHeader,
  finishedAt: string,
  { blocks, profiles }: Pick<JournalContent, 'blocks' | 'profiles'>,
): ResultDocument {
  const { suite } = prepared;
  const own = blocks.filter((block) => block.suite === suite.id);
  const profileOf = new Map(
    profiles
      .filter((each) => each.suite === suite.id)
      .map(({ key, profile }) => [key, profile] as const),
  );
  const raw = {
    schemaVersion: 1 as const,
    run: { ...header.run, finishedAt, method: currentMethod },
    environment: describeLoad(header.environment, prepared.load),
    suite: describeSuite(prepared, header.run.profile),
    cases: prepared.groups.flatMap((group) =>
      groupCases(
        group,
        prepared,
        own.filter((block) => block.group === group.key),
        profileOf,
      ),
    ),
  };
  const measured = { ...raw, ...analyse(raw) };
  const tables = [...measured.tables, ...(suite.definition.tables?.(measured) ?? [])];
  const answers = suite.definition.answers?.(measured, tables) ?? [];
  return seal({ ...measured, tables, answers });
}

/** The environment with what scenarios under load are measured with. */
function describeLoad(environment: Environment, load: PreparedSuite['load']): Environment {
  if (!load) return environment;
  const { placement, capacity, services } = load;
  return {
    ...environment,
    loadGenerator: capacity,
    ...(placement ? { placement: { ...placement } } : {}),
    services: services.describe(),
  };
}

function describeSuite(
  { suite, groups, configurationHashes }: PreparedSuite,
  profile: Profile,
): ResultDocument['suite'] {
  const { definition } = suite;
  const planned = new Set(groups.map((group) => group.scenario));
  const taking = new Set(
    groups.flatMap((group) => [
      ...group.subjects,
      ...group.unsupported.map(({ subject }) => subject),
    ]),
  );
  return {
    id: suite.id,
    title: definition.title,
    question: definition.question,
    hypothesis: definition.hypothesis,
    metrics: definition.metrics.map((metric) => ({ ...metric, kind: metric.kind ?? 'number' })),
    scenarios: suite.scenarios
      .filter(({ id }) => planned.has(id))
      .map(({ id, definition: scenario }) => ({
        id,
        title: scenario.title,
        ...(scenario.category === undefined ? {} : { category: scenario.category }),
        ...(scenario.contrast ? { contrast: { ...scenario.contrast } } : {}),
        question: scenario.question,
        description: scenario.description,
        operation: scenario.operation,
        axes: Object.entries(scenario.axes).map(([axis, { title, unit, ...levels }]) => ({
          id: axis,
          title,
          unit: unit ?? null,
          values: [...axisValues({ title, ...levels }, profile)],
        })),
        metrics: [...scenario.metrics],
        baseline: scenario.baseline,
      })),
    subjects: suite.subjects
      .filter(({ id }) => taking.has(id))
      .map(({ id, manifest, folderHash }) => ({
        id,
        title: manifest.title,
        version: manifest.version,
        language: manifest.language,
        description: manifest.description,
        licence: manifest.licence ?? null,
        configurationHash: configurationHashes.get(id) ?? folderHash,
      })),
  };
}

function groupCases(
  group: PlannedGroup,
  prepared: PreparedSuite,
  blocks: readonly JournalBlock[],
  profileOf: ReadonlyMap<string, CpuProfile>,
) {
  const { unavailable, broken } = prepared;
  const missingHere = missingService(prepared, group);
  const identity = (subject: string) => ({
    key: `${group.key}/${subject}`,
    scenario: group.scenario,
    parameters: group.parameters,
    subject,
  });
  const skipped = (subject: string, reason: string, remedy: string | null): Case => ({
    ...identity(subject),
    status: 'skipped',
    reason,
    remedy,
  });
  return [
    ...group.subjects.map((subject) => {
      const missing = unavailable.get(subject) ?? missingHere;
      if (missing) return skipped(subject, missing.reason, missing.remedy);
      const breach = broken.get(subject);
      if (breach) return { ...identity(subject), status: 'failed' as const, ...breach };
      const failures = blocks.flatMap(({ block, failures }) =>
        failures.filter((each) => each.subject === subject).map((each) => ({ block, ...each })),
      );
      const [failure] = failures;
      if (failure) {
        return {
          ...identity(subject),
          status: 'failed' as const,
          stage: failure.stage,
          message: `${failure.message} (block ${failure.block + 1} of ${blocks.length})`,
          detail: failure.detail,
        };
      }
      const profile = profileOf.get(identity(subject).key);
      return {
        ...identity(subject),
        status: 'measured' as const,
        trials: blocks
          .flatMap(({ trials }) => trials.filter((each) => each.subject === subject))
          .map(({ trial }) => trial)
          .sort((a, b) => a.block - b.block || a.position - b.position),
        ...(profile ? { cpuProfile: profile } : {}),
      };
    }),
    ...group.unsupported.map(({ subject, reason }) => skipped(subject, reason, null)),
  ];
}
