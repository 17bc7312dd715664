import { defineService } from '../../define/service.ts';
import { endLeftovers } from '../leftovers/end-leftovers.ts';
import { startEmbedded } from './embedded.ts';
import { startOnNamedServer } from './named-server.ts';

export default defineService({
  title: 'PostgreSQL',
  start: async (context) => {
    const left = await endLeftovers(context.onStep);
    const url = process.env.DATABASE_URL;
    return url ? startOnNamedServer(url, context, left) : startEmbedded(context);
  },
});
