import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeFromCompressedBase64 } from 'hdr-histogram-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProcessTable } from '../../process/process-table.ts';
import type { HistogramSample } from '../../results/samples.ts';
import { type Bundle, bundleModules } from './bundle.ts';
import { forkTrial } from './fork-trial.ts';

const fixture = fileURLToPath(new URL('../../execute/fixtures/behaviour/', import.meta.url));
const scenario = (id: string) => join(fixture, 'scenarios', `${id}.ts`);
const subject = (id: string) => join(fixture, 'subjects', id, 'index.ts');
const subjects = ['steady', 'formula', 'fails', 'crashes', 'lies', 'hangs', 'turns'];

describe('forkTrial', () => {
  let folder: string;
  let bundle: Bundle;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lab-fork-'));
    const sources = [scenario('sum'), scenario('ask-peer'), ...subjects.map(subject)];
    bundle = await bundleModules(sources, folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function trial(
    scenarioId: string,
    subjectId: string,
    {
      peer = 'process',
      limitMs = 20_000,
      signal = new AbortController().signal,
      onStart = (_: number) => {},
    } = {},
  ) {
    let pid = 0;
    const result = forkTrial(
      {
        kind: 'trial',
        scenarioModule: bundle.moduleOf(scenario(scenarioId)),
        subjectModule: bundle.moduleOf(subject(subjectId)),
        parameters: scenarioId === 'sum' ? { n: 100 } : { peer },
        metrics: ['time-per-operation', 'allocated-bytes', 'latency', 'requests'],
        folder,
        seed: 1,
        warmUpMs: 20,
        measureMs: 20,
      },
      {
        program: bundle.child,
        limitMs,
        signal,
        onStart: (started) => {
          pid = started;
          onStart(started);
        },
      },
    );
    const settled = await result.then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    const left = readProcessTable().filter(
      ({ pid: each, group, state }) => (each === pid || group === pid) && state !== 'Z',
    );
    expect(left, 'processes left behind').toEqual([]);
    return settled;
  }

  const failureOf = async (subjectId: string, options = {}) => {
    const { value } = (await trial('sum', subjectId, options)) as {
      value: Awaited<ReturnType<typeof forkTrial>>;
    };
    if (!('failure' in value)) throw new Error(`${subjectId} did not fail`);
    return value.failure;
  };

  it('loses nothing of what a trial reports, however much that is', async () => {
    const source = join(folder, 'tells-much.ts');
    await writeFile(
      source,
      `export default {
        method: { kind: 'in-process', prepare() { throw new Error('x'.repeat(8_000_000)); } },
      };`,
    );
    const own = await bundleModules([source, subject('steady')], join(folder, 'own'));
    const result = await forkTrial(
      {
        kind: 'trial',
        scenarioModule: own.moduleOf(source),
        subjectModule: own.moduleOf(subject('steady')),
        parameters: {},
        metrics: [],
        folder,
        seed: 1,
        warmUpMs: 20,
        measureMs: 20,
      },
      { program: own.child, limitMs: 60_000, signal: new AbortController().signal },
    );
    const { stage, message } = 'failure' in result ? result.failure : { stage: '', message: '' };
    expect([stage, message.length]).toEqual(['prepare', 8_000_000]);
  });

  it('measures time and allocated bytes of a subject that succeeds', async () => {
    const settled = await trial('sum', 'steady');
    expect(settled).toMatchObject({
      value: {
        outcome: {
          samples: {
            'time-per-operation': expect.any(Number),
            'allocated-bytes': expect.any(Number),
          },
        },
      },
    });
  });

  it('names the stage and message of a subject that throws', async () => {
    expect(await failureOf('fails')).toMatchObject({
      stage: 'prepare',
      message: 'no counting today',
    });
  });

  it('never times a wrong answer', async () => {
    expect(await failureOf('lies')).toMatchObject({
      stage: 'check',
      message: 'the sum below 100 is 4950, not 41',
    });
  });

  it('discards a trial whose answers went wrong while it was measured', async () => {
    expect(await failureOf('turns')).toMatchObject({ stage: 'check-again' });
  });

  it('keeps the last words of a subject that crashes', async () => {
    expect(await failureOf('crashes')).toMatchObject({
      stage: 'warm-up',
      message: expect.stringContaining('exit code 7'),
      detail: expect.stringContaining('last words'),
    });
  });

  it('ends a subject that hangs and says which flag gives it longer', async () => {
    expect(await failureOf('hangs', { limitMs: 1_500 })).toMatchObject({
      stage: 'check',
      message: expect.stringMatching(/within 1.5 s at stage "check".*--trial-limit/),
    });
  });

  it('ends a hanging subject at once when the run is aborted', async () => {
    const controller = new AbortController();
    const settled = await trial('sum', 'hangs', {
      signal: controller.signal,
      onStart: () => setTimeout(() => controller.abort('SIGINT'), 300),
    });
    expect(settled).toEqual({ error: 'SIGINT' });
  });

  it.each(['process', 'thread'])(
    'measures with a second %s: counters per operation and a latency histogram',
    async (peer) => {
      const settled = await trial('ask-peer', 'formula', { peer });
      const { samples } = (settled as { value: { outcome: { samples: Record<string, unknown> } } })
        .value.outcome;
      expect(samples.requests).toBe(1);
      const latency = samples.latency as HistogramSample;
      const histogram = decodeFromCompressedBase64(latency.histogram);
      expect(histogram.totalCount).toBe(latency.count);
      expect(latency.count).toBeGreaterThan(2);
    },
  );
});
