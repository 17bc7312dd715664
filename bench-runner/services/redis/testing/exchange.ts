import { once } from 'node:events';
import { connect } from 'node:net';

/** A command as the array of bulk strings that clients send. */
export function encodeCommand(words: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat([
    Buffer.from(`*${words.length}\r\n`),
    ...words.flatMap((word) => {
      const bytes = Buffer.from(word as string);
      return [Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n')];
    }),
  ]);
}

/**
 * Sends bytes on a connection of their own, after authenticating, and resolves with what came back
 * until the server closed it, as latin1. Unless the bytes make it do so, end them with `QUIT`.
 */
export async function exchange(url: string, bytes: Buffer): Promise<string> {
  const { port, password } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.setTimeout(20_000, () => socket.destroy(new Error('the server did not answer for 20 s')));
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text;
  });
  socket.write(Buffer.concat([encodeCommand(['AUTH', password]), bytes]));
  await once(socket, 'close');
  return answer.replace(/^\+OK\r\n/, '');
}

/** Sends commands and returns the replies as they stand on the wire, joined by spaces. */
export async function replies(url: string, ...commands: string[]): Promise<string> {
  const encoded = commands.map((command) => encodeCommand(command.split(' ')));
  const answer = await exchange(url, Buffer.concat([...encoded, encodeCommand(['QUIT'])]));
  return answer
    .replace(/\+OK\r\n$/, '')
    .trimEnd()
    .replaceAll('\r\n', ' ');
}
