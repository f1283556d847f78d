import { Router } from 'express';
import { Container } from '../container';
import { requireRole } from '../middleware/requireRole';

export function adminRouter(container: Container): Router {
  const router = Router();
  const paddles = Router();

  paddles.get('/:paddle', (req, res) => {
    res.json(container.bidding.summaryFor(Number(req.params.paddle)));
  });
  paddles.patch('/:paddle/limit', (req, res) => {
    container.bidding.setLimit(Number(req.params.paddle), Number(req.body.limit));
    res.sendStatus(204);
  });

  router.use(requireRole('clerk'));
  router.use('/paddles', paddles);
  router.all('/echo', (req, res) => {
    res.json({ method: req.method });
  });
  return router;
}
