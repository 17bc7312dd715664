import type { Duplex } from 'node:stream';
import encodings from 'compact-encoding';
import FramedStream from 'framed-stream';
import Protomux, { type Channel, type Message } from 'protomux';
import type { Connection, ConnectionHandlers, MultiplexerSubject } from '../../subject.ts';

/** One channel with one kind of message, over the framed stream that the package asks for. */
class ProtomuxConnection implements Connection {
  readonly #framed: FramedStream;
  readonly #channel: Channel;
  readonly #message: Message<Uint8Array>;
  #waiting: (() => void)[] = [];

  constructor(duplex: Duplex, handlers: ConnectionHandlers) {
    this.#framed = new FramedStream(duplex);
    this.#framed.on('error', (error: Error) => handlers.failed(error));
    const channel = new Protomux(this.#framed).createChannel({
      protocol: 'messages',
      ondrain: () => {
        const waiting = this.#waiting;
        this.#waiting = [];
        for (const resolve of waiting) resolve();
      },
    });
    if (channel === null) throw new Error('protomux refused the channel: it exists already');
    this.#channel = channel;
    this.#message = channel.addMessage({
      encoding: encodings.raw,
      onmessage: (message) => handlers.message([message]),
    });
    channel.open();
  }

  send(message: Uint8Array): undefined | Promise<void> {
    if (this.#message.send(message)) return undefined;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  begin(): never {
    throw new TypeError('protomux sends a message whole: it has no messages in pieces');
  }

  flush(): undefined {}

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#framed.destroyed) {
        resolve();
        return;
      }
      this.#framed.once('close', () => resolve());
      this.#channel.close();
      this.#framed.destroy();
    });
  }
}

const protomux: MultiplexerSubject = {
  connect: (duplex, _role, handlers) => new ProtomuxConnection(duplex, handlers),
};
export default protomux;
