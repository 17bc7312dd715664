import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { meanBytes, payloads } from '../payloads.ts';
import { MemorySink } from '../sinks/memory-sink.ts';
import type { Sink } from '../sinks/sink.ts';
import type { MultiplexerSubject } from '../subject.ts';
import type { MessageWriter, WriterOptions } from '../writer.ts';
import { expectMessages } from './expect-messages.ts';

/** Region written into, in bytes: two of the longest frames, so that it stays near the caches. */
const regionBytes = 2 * 1024 * 1024;

/** One operation writes one message into a region of memory. */
export function memoryWorkload(
  context: PrepareContext<MultiplexerSubject>,
  options?: WriterOptions,
): Workload {
  const messages = payloads(context.parameters.size, context.random);
  const sink = new MemorySink(regionBytes);
  const writer = createWriter(context.subject, sink, options);
  let next = 0;
  return {
    operation: () => {
      writer.write(messages[next]!);
      next = next + 1 === messages.length ? 0 : next + 1;
      return sink.position;
    },
    bytesPerOperation: meanBytes(messages),
    check: () => {
      writer.flush();
      sink.startCapture();
      for (const message of messages) writer.write(message);
      writer.flush();
      expectMessages(sink.endCapture(), messages);
    },
  };
}

/** @throws {TypeError} for a subject that cannot write into memory. */
export function createWriter(
  subject: MultiplexerSubject,
  sink: Sink,
  options?: WriterOptions,
): MessageWriter {
  if (subject.createWriter === undefined) {
    throw new TypeError(
      'the subject exports no createWriter: name this scenario under "unsupported" in its subject.json',
    );
  }
  return subject.createWriter(sink, options);
}
