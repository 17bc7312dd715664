import { Router } from 'express';
import { accessLog } from '../middleware/access-log.ts';
import { opaqueToken } from '../middleware/bearer-token.ts';
import { requestId } from '../middleware/request-id.ts';

export function protectedController(): Router {
  const router = Router();

  router.get('/protected', requestId, accessLog, opaqueToken, (_request, response) => {
    response.json({ message: 'Access granted', user: response.locals.user });
  });

  return router;
}
