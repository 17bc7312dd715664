import { createClient } from '@redis/client';

const connectWithinMs = 5_000;
const answerWithinMs = 5_000;

type Client = ReturnType<typeof connectionTo>;

function connectionTo(url: string) {
  return createClient({
    url,
    // A server that is gone is an answer, too: whoever asks decides about another attempt.
    socket: { connectTimeout: connectWithinMs, reconnectStrategy: false },
    commandOptions: { timeout: answerWithinMs },
  });
}

/**
 * Runs `work` on a connection of its own, so that no connection has to outlive a restart.
 * @throws what the server or the network says.
 */
export async function inSession<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = connectionTo(url);
  // What goes wrong rejects the command in hand; without one it is nobody's error.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    client.destroy();
  }
}

/** The fields of an `INFO` answer by their names. */
export function infoFields(info: string): Record<string, string> {
  return Object.fromEntries(
    [...info.matchAll(/^([^#:\r\n]+):([^\r\n]*)/gm)].map(([, name, value]) => [name, value]),
  );
}
