/** An error as a client gets it, beginning with its code such as `ERR`. */
export class ReplyError extends Error {
  override readonly name = 'ReplyError';
}

/**
 * What a command answers: a string as a simple string, a Buffer as a bulk string, and the others as
 * what they are. An error is thrown, or returned where an array holds it.
 */
export type Reply =
  | string
  | number
  | bigint
  | Buffer
  | null
  | ReplyError
  | readonly Reply[]
  | ReadonlyMap<string, Reply>;

export type Protocol = 2 | 3;

/** Adds the bytes of a reply to `pieces`, as RESP2 or RESP3 has it. */
export function encodeReply(reply: Reply, protocol: Protocol, pieces: (string | Buffer)[]): void {
  if (typeof reply === 'string') pieces.push(`+${reply}\r\n`);
  else if (typeof reply === 'number' || typeof reply === 'bigint') pieces.push(`:${reply}\r\n`);
  else if (reply === null) pieces.push(protocol === 3 ? '_\r\n' : '$-1\r\n');
  else if (Buffer.isBuffer(reply)) pieces.push(`$${reply.length}\r\n`, reply, '\r\n');
  else if (reply instanceof ReplyError) {
    pieces.push(`-${reply.message.replace(/[\r\n]/g, ' ')}\r\n`);
  } else if (reply instanceof Map) {
    pieces.push(protocol === 3 ? `%${reply.size}\r\n` : `*${reply.size * 2}\r\n`);
    for (const [name, value] of reply) {
      encodeReply(Buffer.from(name), protocol, pieces);
      encodeReply(value, protocol, pieces);
    }
  } else {
    const items = reply as readonly Reply[];
    pieces.push(`*${items.length}\r\n`);
    for (const item of items) encodeReply(item, protocol, pieces);
  }
}

/** All pieces in one buffer, so that replies to a pipeline leave in one write. */
export function joinPieces(pieces: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)),
  );
}
