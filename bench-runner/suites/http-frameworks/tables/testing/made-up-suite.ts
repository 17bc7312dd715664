import {
  type MadeUpGroup,
  madeUpDocument,
} from '../../../../define/tables/testing/made-up-suite.ts';
import { metrics } from '../../metrics.ts';

export type { MadeUpGroup };

/** A document for tests of tables, made of the few figures that a test is about. */
export function madeUpSuite(groups: readonly MadeUpGroup[]) {
  return madeUpDocument(groups, {
    id: 'http-frameworks',
    metrics,
    reported: ['request-rate', 'latency', 'server-cpu'],
    baseline: 'express',
  });
}
