import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { meanBytes, payloads } from '../payloads.ts';
import { MessageReader } from '../protocol/reader.ts';
import { ReaderSink } from '../sinks/reader-sink.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { expectEqual } from './expect-messages.ts';
import { createWriter } from './memory.ts';

/** One operation writes one message into a reader in the same process. */
export function readBackWorkload(context: PrepareContext<MultiplexerSubject>): Workload {
  const messages = payloads(context.parameters.size, context.random);
  let read = 0;
  let kept: Uint8Array[] | undefined;
  const reader = new MessageReader({
    message: (pieces) => {
      read += 1;
      kept?.push(Buffer.concat(pieces));
    },
  });
  const writer = createWriter(context.subject, new ReaderSink(reader));
  let next = 0;
  return {
    operation: () => {
      writer.write(messages[next]!);
      next = next + 1 === messages.length ? 0 : next + 1;
      return read;
    },
    bytesPerOperation: meanBytes(messages),
    check: () => {
      writer.flush();
      kept = [];
      for (const message of messages) writer.write(message);
      writer.flush();
      expectEqual(kept, messages);
      kept = undefined;
      reader.finish();
    },
  };
}
