declare module 'framed-stream' {
  import type { Duplex } from 'node:stream';

  /** Prefixes every message with its length. A streamx stream, which takes Node.js' place here. */
  export default class FramedStream extends Duplex {
    constructor(rawStream: Duplex);
  }
}

declare module 'compact-encoding' {
  /** Encodes and decodes one kind of value. */
  export interface Encoding<Value> {
    preencode(state: unknown, value: Value): void;
    encode(state: unknown, value: Value): void;
    decode(state: unknown): Value;
  }
  const encodings: { raw: Encoding<Uint8Array> };
  export default encodings;
}

declare module 'protomux' {
  import type { Duplex } from 'node:stream';
  import type { Encoding } from 'compact-encoding';

  export interface Message<Value> {
    /** Returns false when the stream asks to wait for `ondrain`. */
    send(value: Value): boolean;
  }

  export interface Channel {
    addMessage<Value>(options: {
      encoding: Encoding<Value>;
      onmessage(value: Value): void;
    }): Message<Value>;
    open(): void;
    fullyOpened(): Promise<boolean>;
    close(): void;
  }

  export default class Protomux {
    constructor(stream: Duplex);
    /** Null where the channel exists already. */
    createChannel(options: { protocol: string; ondrain?: () => void }): Channel | null;
  }
}
