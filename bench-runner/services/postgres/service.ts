import { defineService } from '../../define/service.ts';
import { endLeftovers } from '../leftovers/end-leftovers.ts';
import { startEmbedded } from './embedded.ts';

export default defineService({
  title: 'PostgreSQL',
  start: async (context) => {
    await endLeftovers();
    return startEmbedded(context);
  },
});
