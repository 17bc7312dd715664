import { isUtf8 } from 'node:buffer';
import { BadRequestException } from '@nestjs/common';

export const largestBody = 1024 * 1024;

/** @throws BadRequestException. Decoding would replace what is not UTF-8. */
export function refuseInvalidUtf8(body: Buffer): void {
  if (!isUtf8(body)) throw new BadRequestException('The body is not UTF-8');
}
