declare module 'bpmux' {
  import type { EventEmitter } from 'node:events';
  import type { Duplex } from 'node:stream';

  export class BPMux extends EventEmitter {
    constructor(
      carrier: Duplex,
      options?: { high_channels?: boolean; keep_alive?: number | false; coalesce_writes?: boolean },
    );
    multiplex(): Duplex;
  }
}
