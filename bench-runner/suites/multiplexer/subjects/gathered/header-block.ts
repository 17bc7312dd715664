import { Pool } from '../../pool.ts';
import { headerBytes } from '../../protocol/frame.ts';

/** Single headers in a block: with the pair, enough for a message of 1 MB in chunks of 64 KB. */
const singles = 16;

/** Memory for the headers of one message, with views of it made once, on loan from a pool. */
export interface HeaderBlock {
  /** Room for two headers that touch: start and first data, or start and end. */
  readonly pair: Buffer;
  readonly singles: readonly Buffer[];
  /** Singles handed out. */
  used: number;
  /** Gives the block back; pass it to the sink with the last write that needs it. */
  readonly release: () => void;
}

/** A pool that keeps at most 1,024 idle blocks, 160 KB in all. */
export function headerBlocks(): Pool<HeaderBlock> {
  return new Pool((release) => {
    const memory = Buffer.allocUnsafeSlow((2 + singles) * headerBytes);
    const block: HeaderBlock = {
      pair: memory.subarray(0, 2 * headerBytes),
      singles: Array.from({ length: singles }, (_, index) =>
        memory.subarray((2 + index) * headerBytes, (3 + index) * headerBytes),
      ),
      used: 0,
      release: () => {
        block.used = 0;
        release();
      },
    };
    return block;
  }, 1024);
}
