import type { Provider, Type } from '@nestjs/common';
import { config } from '../config/config.ts';

/** Provides an abstract repository by the class for the data layer that was chosen. */
export function byDataLayer<Repository>(
  // biome-ignore lint/complexity/noBannedTypes: Nest's own type of an abstract token.
  token: Function & { prototype: Repository },
  layers: { sql: Type<Repository>; orm: Type<Repository> },
): Provider<Repository> {
  return { provide: token, useClass: layers[config.dataLayer] };
}
