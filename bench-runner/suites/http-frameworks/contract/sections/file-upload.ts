import { z } from 'zod';
import type { Client } from '../client.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { isUp } from '../refused-bodies.ts';
import type { Section } from '../section.ts';
import { NoAnswer } from '../violation.ts';

const upload = z.strictObject({
  filename: z.string(),
  size: z.int().min(0),
  content_type: z.string(),
});

/** Line ends and hyphens are among them, as in the boundaries between parts. */
const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);

function form(field: string, size: number, type = 'application/octet-stream'): FormData {
  const data = new FormData();
  data.set(field, new Blob([Buffer.alloc(size, everyByte)], { type }), 'report 1.bin');
  return data;
}

async function uploads(client: Client, size: number, type: string): Promise<void> {
  const answer = await answers(
    client,
    ['POST', '/upload', { body: form('file', size, type) }],
    upload,
  );
  const right =
    answer.filename === 'report 1.bin' && answer.size === size && answer.content_type === type;
  const told = JSON.stringify(answer);
  holds(right, 'POST /upload', `answered ${told} to ${size} bytes of ${type} named report 1.bin`);
}

const multipart = { 'content-type': 'multipart/form-data; boundary=cut' };

export const fileUpload: Section = {
  title: '07 file-upload',
  parts: [],
  services: [],
  steps: [
    (client) => uploads(client, 1_000, 'text/plain'),
    (client) => uploads(client, 0, 'image/png'),
    (client) => uploads(client, 3_000_001, 'application/octet-stream'),
    async (client) => {
      await refuses(client, ['POST', '/upload', { body: form('other', 10) }], 'file');
    },
    async (client) => {
      const body = new FormData();
      body.set('file', 'a text field, not a file');
      await refuses(client, ['POST', '/upload', { body }], 'file');
    },
    async (client) => {
      await refuses(client, ['POST', '/upload', { json: { file: 'a' } }]);
    },
    async (client) => {
      await refuses(client, ['POST', '/upload']);
    },
    async (client) => {
      const headers = { 'content-type': 'multipart/form-data' };
      await refuses(client, ['POST', '/upload', { body: 'no boundary', headers }]);
    },
    async (client) => {
      const body =
        '--cut\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nnot the end';
      await refuses(client, ['POST', '/upload', { body, headers: multipart }]);
    },
    async (client) => {
      await refuses(client, ['POST', '/upload', { body: 'no parts', headers: multipart }]);
    },
    async (client) => {
      try {
        const body = form('file', 10_485_761);
        await refuses(client, ['POST', '/upload', { body }], undefined, [413, 400]);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        await isUp(client, 'POST /upload with a file of more than 10 MiB');
      }
    },
  ],
};
