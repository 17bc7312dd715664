import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { Refusal } from './refusal.ts';

const largestFile = 10 * 1024 * 1024;

export interface ReceivedFile {
  name: string;
  size: number;
  type: string;
}

/**
 * Reads a form to its end and counts the bytes of the file in the field `file`, keeping none.
 * @throws Refusal where there is none, or the form is cut short.
 */
export function receiveFile(request: IncomingMessage): Promise<ReceivedFile> {
  return new Promise((resolve, reject) => {
    const parser = parserFor(request);
    let received: ReceivedFile | undefined;
    const refuse = (refusal: Refusal) => {
      request.unpipe(parser);
      // What is still being sent is read and dropped, so that the answer arrives.
      request.resume();
      reject(refusal);
    };
    const unreadable = (error: Error) =>
      refuse(new Refusal(400, 'file', `could not be read: ${error.message}`));
    parser.on('file', (field, content, { filename, mimeType }) => {
      let size = 0;
      content.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      content.on('error', unreadable);
      content.on('limit', () =>
        refuse(new Refusal(413, 'file', `must have up to ${largestFile} bytes`)),
      );
      content.on('end', () => {
        if (field === 'file') received ??= { name: filename ?? '', size, type: mimeType };
      });
    });
    parser.on('error', (error) => unreadable(error as Error));
    parser.on('close', () => {
      if (received) resolve(received);
      else refuse(new Refusal(400, 'file', 'must be given'));
    });
    request.once('aborted', () => refuse(new Refusal(400, 'file', 'was not sent to its end')));
    request.pipe(parser);
  });
}

function parserFor({ headers }: IncomingMessage): busboy.Busboy {
  try {
    // The parser stops at its limit, whether or not the file ends there.
    return busboy({ headers, limits: { fileSize: largestFile + 1 } });
  } catch (error) {
    throw new Refusal(415, 'file', `must be in a multipart form: ${(error as Error).message}`);
  }
}
