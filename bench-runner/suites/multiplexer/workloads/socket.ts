import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { meanBytes, payloads } from '../payloads.ts';
import type { MultiplexerSubject } from '../subject.ts';
import type { Transport } from './receiver.ts';
import { SocketEnd } from './socket-end.ts';

/** One operation is one message sent to another process and decoded there. */
export async function socketWorkload(
  context: PrepareContext<MultiplexerSubject>,
  transport: Transport,
): Promise<Workload> {
  const messages = payloads(context.parameters.size, context.random);
  const end = await SocketEnd.open(context, { transport, echo: false });
  let next = 0;
  const send = async (count: number): Promise<void> => {
    for (let sent = 0; sent < count; sent++) {
      const wait = end.connection.send(messages[next]!);
      next = next + 1 === messages.length ? 0 : next + 1;
      if (wait !== undefined) await wait;
    }
    end.throwIfFailed();
  };
  return {
    batch: async (count) => {
      await send(count);
      await end.delivered(count);
    },
    bytesPerOperation: meanBytes(messages),
    // As many messages as there are: whichever is next, each is sent once.
    check: () => end.check(messages, () => send(messages.length)),
    counters: async () => ({ 'reader-cpu-per-operation': await end.cpuMicros() }),
    close: () => end.close(),
  };
}
