import { Router } from 'express';
import { Container } from '../container';
import { BidController } from '../controllers/BidController';
import { asyncRoute } from '../middleware/asyncRoute';

export function bidsRouter(container: Container): Router {
  const router = Router({ mergeParams: true });
  const controller = new BidController(container.bidding);

  router
    .route('/')
    .get(asyncRoute((req, res) => controller.list(req, res)))
    .post(asyncRoute((req, res) => controller.place(req, res)));
  router.post('/retract', (_req, res) => {
    res.status(501).json({ error: 'not implemented' });
  });
  return router;
}
