import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refusal, tooLarge } from '../http/refusals.ts';

const largestFile = 10 * 1024 * 1024;
/** Boundaries, headers and other fields. */
const roomAroundFile = 64 * 1024;

const refuseLarge = () => {
  throw tooLarge(largestFile, 'file');
};

async function formOf(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') throw error;
    throw refusal(400, 'expected a multipart form with a file in the field "file"', 'file');
  }
}

export const uploadRoutes = () =>
  new Hono().post(
    '/',
    bodyLimit({ maxSize: largestFile + roomAroundFile, onError: refuseLarge }),
    async (c) => {
      const file = (await formOf(c)).get('file');
      if (!(file instanceof File)) throw refusal(400, 'expected a file', 'file');
      if (file.size > largestFile) refuseLarge();
      return c.json({ filename: file.name, size: file.size, content_type: file.type });
    },
  );
