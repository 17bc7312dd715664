import type { HttpRequest } from '../../../define/http-load.ts';
import { drawInteger } from './draw.ts';
import { expectEqual, jsonObject } from './expect.ts';

const boundary = '----benchmark-lab-3f9c1d7a';
const filename = 'upload.bin';
const contentType = 'application/octet-stream';

const head = Buffer.from(
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${filename}"\r\ncontent-type: ${contentType}\r\n\r\n`,
);
const tail = Buffer.from(`\r\n--${boundary}--\r\n`);

/** Bytes at the beginning of each file that make it another one. */
const stampLength = 4;

/**
 * `POST /upload` with files of `size` bytes, each different from all others. They share random
 * contents but for their first bytes, so that making one costs the generator no more than a copy.
 */
export function uploads(random: () => number, size: number): () => HttpRequest {
  const contents = Buffer.from(Array.from({ length: size }, () => drawInteger(random, 0, 255)));
  let sent = drawInteger(random, 0, 0xffff);
  return () => {
    const body = Buffer.concat([head, contents, tail]);
    sent += 1;
    if (size >= stampLength) body.writeUInt32BE(sent, head.length);
    return {
      name: 'upload',
      method: 'POST',
      path: '/upload',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body,
      check: (answer) =>
        expectEqual('the file', jsonObject(answer), { filename, size, content_type: contentType }),
    };
  };
}
