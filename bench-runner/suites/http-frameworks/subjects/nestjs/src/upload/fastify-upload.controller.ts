import type { MultipartFile } from '@fastify/multipart';
import {
  BadRequestException,
  Controller,
  HttpCode,
  PayloadTooLargeException,
  Post,
  Req,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { largestFile } from './largest-file.ts';

@Controller('upload')
export class FastifyUploadController {
  @Post()
  @HttpCode(200)
  async upload(@Req() request: FastifyRequest) {
    const file = await readFile(request);
    if (!file) throw new BadRequestException('file must be a file of a multipart form');
    const { part, bytes } = file;
    // The parser stops at the limit; what it has by then is not the file.
    if (part.file.truncated) {
      throw new PayloadTooLargeException(`file must have up to ${largestFile} bytes`);
    }
    return { filename: part.filename, size: bytes.length, content_type: part.mimetype };
  }
}

/** @throws BadRequestException where the body is no form, or one that is cut short. */
async function readFile(
  request: FastifyRequest,
): Promise<{ part: MultipartFile; bytes: Buffer } | undefined> {
  try {
    let found: { part: MultipartFile; bytes: Buffer } | undefined;
    for await (const part of request.parts()) {
      if (part.type !== 'file') continue;
      const bytes = await part.toBuffer();
      if (part.fieldname === 'file') found ??= { part, bytes };
    }
    return found;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 413) throw error;
    throw new BadRequestException(`file must be in a multipart form: ${(error as Error).message}`);
  }
}
