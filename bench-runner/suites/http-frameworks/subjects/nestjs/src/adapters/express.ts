import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import { largestBody, refuseInvalidUtf8 } from '../http/json-bodies.ts';
import { ExpressUploadController } from '../upload/express-upload.controller.ts';
import type { Adapter } from './adapter.ts';

export const adapter = (): Adapter => ({
  http: new ExpressAdapter(),
  uploadController: ExpressUploadController,
  prepare: async (app) => {
    const express = app as NestExpressApplication;
    express.disable('x-powered-by');
    const verify = (_request: unknown, _response: unknown, body: Buffer) => refuseInvalidUtf8(body);
    express.use(json({ limit: largestBody, verify }));
  },
});
