import { Router } from 'express';
import { receiveFile } from '../multipart-file.ts';

export function uploadController(): Router {
  const router = Router();

  router.post('/upload', async (request, response) => {
    const { name, size, type } = await receiveFile(request);
    response.json({ filename: name, size, content_type: type });
  });

  return router;
}
