import {
  BadRequestException,
  Controller,
  HttpCode,
  Post,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { largestFile } from './largest-file.ts';

@Controller('upload')
export class ExpressUploadController {
  @Post()
  @HttpCode(200)
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: largestFile } }))
  upload(@UploadedFile() file?: Express.Multer.File) {
    if (!file) throw new BadRequestException('file must be a file of a multipart form');
    return { filename: file.originalname, size: file.size, content_type: file.mimetype };
  }
}
