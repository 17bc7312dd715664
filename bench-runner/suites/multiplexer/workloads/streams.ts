import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { payloads } from '../payloads.ts';
import type { MultiplexerSubject, OutgoingMessage } from '../subject.ts';
import { SocketEnd } from './socket-end.ts';

const messageBytes = 64 * 1024;
const pieceBytes = 8 * 1024;

/** One operation is one message sent in pieces that take turns with those of other messages. */
export async function streamsWorkload(
  context: PrepareContext<MultiplexerSubject>,
): Promise<Workload> {
  const streams = Number(context.parameters.streams);
  const messages = payloads(messageBytes, context.random);
  const end = await SocketEnd.open(context, { transport: 'unix', echo: false });
  let next = 0;

  const round = async (count: number): Promise<void> => {
    const open: { message: Buffer; outgoing: OutgoingMessage }[] = [];
    for (let index = 0; index < count; index++) {
      const begun = end.connection.begin();
      open.push({
        message: messages[next]!,
        outgoing: begun instanceof Promise ? await begun : begun,
      });
      next = next + 1 === messages.length ? 0 : next + 1;
    }
    for (let offset = 0; offset < messageBytes; offset += pieceBytes) {
      for (const { message, outgoing } of open) {
        const wait = outgoing.write(message.subarray(offset, offset + pieceBytes));
        if (wait !== undefined) await wait;
      }
    }
    for (const { outgoing } of open) {
      const wait = outgoing.end();
      if (wait !== undefined) await wait;
    }
  };
  const send = async (count: number): Promise<void> => {
    for (let left = count; left > 0; left -= streams) await round(Math.min(left, streams));
    end.throwIfFailed();
  };

  return {
    batch: async (count) => {
      await send(count);
      await end.delivered(count);
    },
    bytesPerOperation: messageBytes,
    check: async () => {
      // From the first message on, so that what is sent is what is compared.
      next = 0;
      await end.check(messages, () => send(messages.length));
    },
    counters: async () => ({ 'reader-cpu-per-operation': await end.cpuMicros() }),
    close: () => end.close(),
  };
}
