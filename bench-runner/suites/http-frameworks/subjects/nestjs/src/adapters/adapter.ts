import type { INestApplication, Type } from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';

/** What differs between the frameworks that Nest stands on. */
export interface Adapter {
  http: AbstractHttpAdapter;
  /** The two read multipart forms in ways of their own. */
  uploadController: Type;
  /** Sets up what reads bodies: JSON, and on `/upload` forms. */
  prepare(app: INestApplication): Promise<void>;
}
