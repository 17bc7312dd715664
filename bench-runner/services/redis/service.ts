import { defineService } from '../../define/service.ts';
import { endLeftovers } from '../leftovers/end-leftovers.ts';
import { startOnNamedServer } from './named-server.ts';
import { startOwnServer } from './own-server.ts';
import { findServer, standIn } from './programs.ts';

export default defineService({
  title: 'Redis',
  start: async (context) => {
    await endLeftovers(context.onStep);
    const url = process.env.REDIS_URL;
    if (url) return startOnNamedServer(url, context);
    return startOwnServer((await findServer()) ?? standIn, context);
  },
});
