import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { Refusal } from '../errors.ts';
import { object, text, whole } from '../schemas.ts';

interface Uploaded {
  filename: string;
  size: number;
  content_type: string;
}

export const uploadRoutes: FastifyPluginAsync = async (app) => {
  const uploaded = object({ filename: text, size: whole, content_type: text });
  app.post('/upload', { schema: { response: { 200: uploaded } } }, async (request) => {
    if (!request.isMultipart()) throw new Refusal(415, 'file', 'must be sent as multipart');
    const found = await receive(request).catch(refuseMalformed);
    if (!found) throw new Refusal(400, 'file', 'must be given');
    return found;
  });
};

async function receive(request: FastifyRequest): Promise<Uploaded | undefined> {
  let found: Uploaded | undefined;
  for await (const { fieldname, file, filename, mimetype } of request.files()) {
    let size = 0;
    for await (const chunk of file) size += chunk.length;
    if (fieldname === 'file') found = { filename, size, content_type: mimetype };
  }
  return found;
}

/** The parser's own errors have no status; those of the plugin, such as 413, do. */
function refuseMalformed(error: Error & { statusCode?: number }): never {
  if (error.statusCode) throw error;
  throw new Refusal(400, 'file', `could not be read: ${error.message}`);
}
