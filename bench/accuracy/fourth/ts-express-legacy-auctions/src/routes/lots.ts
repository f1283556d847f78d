import { Router } from 'express';
import { Container } from '../container';
import { LotController } from '../controllers/LotController';
import { asyncRoute } from '../middleware/asyncRoute';

export const lotsRouter = (container: Container): Router => {
  const router = Router();
  const controller = new LotController(container.catalogue);

  router.get('/', asyncRoute(controller.index));
  router.get('/:lotId', asyncRoute(controller.show));
  router.post('/', asyncRoute(controller.create));
  router.put('/:lotId/photo', asyncRoute(controller.replacePhoto));
  // router.delete('/:lotId', asyncRoute(controller.withdraw));

  return router;
};
