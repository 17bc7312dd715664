import busboy from 'busboy';
import { type Request, Router } from 'express';
import { Refusal } from '../refusal.ts';

const fileSizeLimit = 10_485_760;

interface Uploaded {
  filename: string;
  size: number;
  content_type: string;
}

export function uploadRoutes(): Router {
  const router = Router();
  router.post('/upload', async (request, response) => {
    response.json(await receive(request));
  });
  return router;
}

/** Counts the bytes of the file as they come, and keeps none of them. */
function receive(request: Request): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const parser = parserFor(request);
    let found: Uploaded | undefined;
    const malformed = (error: Error) =>
      fail(new Refusal(400, 'file', `could not be read: ${error.message}`));
    const fail = (error: Error) => {
      request.unpipe(parser);
      // What is still being sent is read and dropped, so that the answer arrives.
      request.resume();
      reject(error);
    };
    parser.on('file', (field, stream, { filename, mimeType }) => {
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      // A body that is cut short is an error of the file in it as well.
      stream.on('error', malformed);
      stream.on('limit', () => fail(new Refusal(413, 'file', 'is larger than 10 MiB')));
      stream.on('end', () => {
        if (field === 'file') found = { filename: filename ?? '', size, content_type: mimeType };
      });
    });
    parser.on('error', malformed);
    parser.on('close', () => {
      if (found) resolve(found);
      else reject(new Refusal(400, 'file', 'must be given'));
    });
    request.on('aborted', () => fail(new Refusal(400, 'file', 'was not sent to its end')));
    request.pipe(parser);
  });
}

function parserFor(request: Request): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits: { fileSize: fileSizeLimit + 1 } });
  } catch (error) {
    throw new Refusal(415, 'file', `must be sent as multipart: ${(error as Error).message}`);
  }
}
