import multipart from '@fastify/multipart';
import { BadRequestException } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { largestBody, refuseInvalidUtf8 } from '../http/json-bodies.ts';
import { FastifyUploadController } from '../upload/fastify-upload.controller.ts';
import { largestFile } from '../upload/largest-file.ts';
import type { Adapter } from './adapter.ts';

function parseJson(body: Buffer): unknown {
  refuseInvalidUtf8(body);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new BadRequestException('The body is not JSON');
  }
}

export const adapter = (): Adapter => ({
  http: new FastifyAdapter({ bodyLimit: largestBody }),
  uploadController: FastifyUploadController,
  prepare: async (app) => {
    const fastify = app as NestFastifyApplication;
    const options = { bodyLimit: largestBody };
    fastify.useBodyParser('application/json', options, (_request, body: Buffer, done) => {
      try {
        done(null, parseJson(body));
      } catch (error) {
        done(error as Error, undefined);
      }
    });
    await fastify.register(multipart, { limits: { fileSize: largestFile } });
  },
});
