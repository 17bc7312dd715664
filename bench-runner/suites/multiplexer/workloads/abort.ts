import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { payloads } from '../payloads.ts';
import { MessageReader } from '../protocol/reader.ts';
import { ReaderSink } from '../sinks/reader-sink.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { expectEqual } from './expect-messages.ts';
import { createWriter } from './memory.ts';

/** One operation begins a message, writes half of it and withdraws it. */
export function abortWorkload(context: PrepareContext<MultiplexerSubject>): Workload {
  const messages = payloads(context.parameters.size, context.random);
  const halves = messages.map((message) => message.subarray(0, message.length >> 1));
  let aborted = 0;
  let kept: Uint8Array[] = [];
  const reader = new MessageReader({
    message: (pieces) => kept.push(Buffer.concat(pieces)),
    aborted: () => {
      aborted += 1;
    },
  });
  const writer = createWriter(context.subject, new ReaderSink(reader));
  let next = 0;
  const abortHalf = (half: Uint8Array) => {
    const id = writer.begin();
    writer.data(id, half);
    writer.abort(id);
  };
  return {
    operation: () => {
      abortHalf(halves[next]!);
      next = next + 1 === halves.length ? 0 : next + 1;
      return aborted;
    },
    check: () => {
      writer.flush();
      kept = [];
      const before = aborted;
      for (const [index, half] of halves.entries()) {
        abortHalf(half);
        writer.write(messages[index]!);
      }
      writer.flush();
      if (aborted - before !== halves.length) {
        throw new Error(`the reader saw ${aborted - before} aborts of ${halves.length}`);
      }
      if (reader.openFrames !== 0 || reader.bufferedBytes !== 0) {
        throw new Error(
          `the reader still holds ${reader.openFrames} messages and ${reader.bufferedBytes} bytes after the aborts`,
        );
      }
      expectEqual(kept, messages);
      kept = [];
    },
  };
}
