import { build, type Histogram } from 'hdr-histogram-js';
import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { meanBytes, payloads } from '../payloads.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { SocketEnd } from './socket-end.ts';

const longestMicros = 60_000_000;

/** One operation is one message sent to another process and received back whole. */
export async function roundTripWorkload(
  context: PrepareContext<MultiplexerSubject>,
): Promise<Workload> {
  const messages = payloads(context.parameters.size, context.random);
  let latencies = emptyHistogram();
  let echoed: ((pieces: readonly Uint8Array[]) => void) | undefined;
  let failed: ((cause: Error) => void) | undefined;
  const end = await SocketEnd.open(
    context,
    { transport: 'unix', echo: true },
    (pieces) => echoed?.(pieces),
    (cause) => failed?.(cause),
  );

  const roundTrip = (message: Uint8Array): Promise<readonly Uint8Array[]> =>
    new Promise((resolve, reject) => {
      echoed = resolve;
      failed = reject;
      Promise.resolve(end.connection.send(message))
        .then(() => end.connection.flush())
        .catch(reject);
    });

  let next = 0;
  return {
    batch: async (count) => {
      for (let sent = 0; sent < count; sent++) {
        const begun = performance.now();
        await roundTrip(messages[next]!);
        latencies.recordValue(Math.round((performance.now() - begun) * 1000));
        next = next + 1 === messages.length ? 0 : next + 1;
      }
    },
    bytesPerOperation: meanBytes(messages),
    // Both ends are compared: a mistake that undoes itself on the way back must not pass.
    check: () =>
      end.check(messages, async () => {
        for (const message of messages) {
          const pieces = await roundTrip(message);
          if (Buffer.compare(Buffer.concat(pieces), message) !== 0) {
            throw new Error(`the echo of a message of ${message.length} bytes differs from it`);
          }
        }
      }),
    counters: async () => ({ 'reader-cpu-per-operation': await end.cpuMicros() }),
    reset: () => {
      latencies = emptyHistogram();
    },
    histograms: () => ({ 'round-trip-latency': latencies }),
    close: () => end.close(),
  };
}

function emptyHistogram(): Histogram {
  return build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: longestMicros,
    numberOfSignificantValueDigits: 3,
  });
}
