import type { Peer, PeerFunction } from '../../../define/peer.ts';
import type { ScenarioDefinition } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import type { ParameterValue } from '../../../results/identifiers.ts';
import type { StorageSubject } from '../subject.ts';

export interface ScenarioModule {
  default: ScenarioDefinition<StorageSubject>;
  peers?: Record<string, PeerFunction<StorageSubject>>;
}

/** Prepares a scenario with its threads in this same one: the files are real, the threads are not. */
export async function prepareScenario(
  { default: scenario, peers }: ScenarioModule,
  {
    subject,
    parameters,
    folder,
  }: { subject: StorageSubject; parameters: Record<string, ParameterValue>; folder: string },
): Promise<Workload> {
  if (scenario.method.kind !== 'in-process') throw new Error('expected an in-process scenario');
  const startPeer = async (name: string, data?: unknown): Promise<Peer> => {
    let handle: (message: unknown) => unknown = () => undefined;
    let close: () => void | Promise<void> = () => {};
    await peers![name]!({
      subject,
      parameters,
      data: structuredClone(data),
      folder,
      onRequest: (handler) => {
        handle = handler;
      },
      onClose: (handler) => {
        close = handler;
      },
    });
    return {
      request: async <Answer>(message: unknown) => (await handle(message)) as Answer,
      cpuMicros: async () => 0,
      close: async () => close(),
    };
  };
  let state = 1;
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
