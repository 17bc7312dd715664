import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Peer, PeerFunction } from '../../define/peer.ts';
import type { ScenarioDefinition } from '../../define/scenario.ts';
import { SubjectManifest } from '../../define/subject.ts';
import type { Workload } from '../../define/workload.ts';
import type { ParameterValue } from '../../results/identifiers.ts';
import { frameMultiplexer } from './frame-connection.ts';
import { metrics } from './metrics.ts';
import type { Sink } from './sinks/sink.ts';
import type { MultiplexerSubject } from './subject.ts';
import { OriginalWriter } from './subjects/original/writer.ts';

interface ScenarioModule {
  default: ScenarioDefinition<MultiplexerSubject>;
  peers?: Record<string, PeerFunction<MultiplexerSubject>>;
}

const here = import.meta.dirname;
const scenarios = await Promise.all(
  readdirSync(join(here, 'scenarios'))
    .filter((name) => name.endsWith('.ts'))
    .map(async (name) => {
      const id = name.slice(0, -3);
      const module: ScenarioModule = await import(`./scenarios/${id}.ts`);
      return { id, module };
    }),
);
const subjects = await Promise.all(
  readdirSync(join(here, 'subjects'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }) => {
      const folder = join(here, 'subjects', name);
      const json: { default: unknown } = await import(`./subjects/${name}/subject.json`);
      const manifest = SubjectManifest.parse(json.default);
      const installed =
        !existsSync(join(folder, 'package.json')) || existsSync(join(folder, 'node_modules'));
      return { id: name, manifest, installed };
    }),
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mx-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Prepares a scenario with its peer in this same process: the sockets are real, the fork is not. */
async function prepared(
  { default: scenario, peers }: ScenarioModule,
  subject: MultiplexerSubject,
  parameters: Record<string, ParameterValue>,
): Promise<Workload> {
  if (scenario.method.kind !== 'in-process') throw new Error('expected an in-process scenario');
  let state = 1;
  const startPeer = async (name: string, data?: unknown): Promise<Peer> => {
    let handler: (message: unknown) => unknown = () => undefined;
    let closed: () => void | Promise<void> = () => {};
    await peers![name]!({
      subject,
      parameters,
      data,
      folder,
      onRequest: (one) => {
        handler = one;
      },
      onClose: (one) => {
        closed = one;
      },
    });
    return {
      request: async <Answer>(message: unknown) => (await handler(message)) as Answer,
      cpuMicros: async () => 0,
      close: async () => closed(),
    };
  };
  return scenario.method.prepare({
    subject,
    parameters,
    folder,
    random: () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    },
    startPeer,
    startThread: startPeer,
  });
}

async function run(workload: Workload, operations: number): Promise<void> {
  if (workload.batch !== undefined) return workload.batch(operations);
  for (let done = 0; done < operations; done++) workload.operation!();
}

/** The parameters of the standard profile with the smallest value on each axis. */
function smallest({
  axes,
}: ScenarioDefinition<MultiplexerSubject>): Record<string, ParameterValue> {
  return Object.fromEntries(
    Object.entries(axes).map(([id, axis]) => [id, [...axis.standard].sort(bySize)[0]!]),
  );
}

function bySize(a: ParameterValue, b: ParameterValue): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : 0;
}

describe.each(scenarios)('$id', ({ id, module }) => {
  const taking = subjects.filter(
    (subject) =>
      subject.installed &&
      subject.manifest.unsupported[id] === undefined &&
      (module.default.subjects?.includes(subject.id) ?? true),
  );

  it.each(taking)('is done rightly by $id, before and after', async ({ id: subject }) => {
    const { default: implementation }: { default: MultiplexerSubject } = await import(
      `./subjects/${subject}/index.ts`
    );
    const workload = await prepared(module, implementation, smallest(module.default));
    try {
      await workload.check();
      workload.reset?.();
      // Not a multiple of the messages in rotation: the check must not depend on whose turn it is.
      await run(workload, 19);
      const counted = await workload.counters?.();
      const names = Object.keys({ ...counted, ...workload.histograms?.() });
      expect(module.default.metrics).toEqual(expect.arrayContaining(names));
      for (const histogram of Object.values(workload.histograms?.() ?? {})) {
        expect(histogram.totalCount).toBe(19);
      }
      await workload.check();
    } finally {
      await workload.close?.();
    }
  });

  it('finds a subject out that changes a byte', async () => {
    const workload = await prepared(module, wrongByte, smallest(module.default));
    try {
      await expect((async () => workload.check())()).rejects.toThrow(/differ/);
    } finally {
      await workload.close?.();
    }
  });

  it('names only metrics of the suite, the one compared first', () => {
    const known = metrics.map((metric) => metric.id);
    for (const metric of module.default.metrics) expect(known).toContain(metric);
    expect(module.default.metrics[0]).toBe('time-per-operation');
  });
});

it('names only scenarios that exist as unsupported', () => {
  const known = scenarios.map(({ id }) => id);
  for (const { manifest } of subjects) {
    for (const scenario of Object.keys(manifest.unsupported)) expect(known).toContain(scenario);
  }
});

it('holds at least twenty benchmarks in the standard profile', () => {
  const combinations = scenarios.map(({ module }) =>
    Object.values(module.default.axes).reduce((product, axis) => product * axis.standard.length, 1),
  );
  expect(combinations.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(20);
});

/** Original, but the last byte of every message's last chunk is another one. */
const wrongByte = frameMultiplexer(
  (sink) =>
    new OriginalWriter({
      write: (bytes, released) => {
        const changed = Buffer.from(bytes);
        if (changed[0] === 2) changed[changed.length - 1]! ^= 1;
        return sink.write(changed, released);
      },
      cork: () => sink.cork(),
      uncork: () => sink.uncork(),
    } satisfies Sink),
);
