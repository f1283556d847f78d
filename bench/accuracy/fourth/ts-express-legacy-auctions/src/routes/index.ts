import { Application, Router } from 'express';
import { Container } from '../container';
import { lotsRouter } from './lots';
import { bidsRouter } from './bids';
import { adminRouter } from './admin';

export { lotsRouter, bidsRouter, adminRouter };
export { reportsRouter as exportsRouter } from './reports';

export function mountRoutes(app: Application, container: Container): void {
  const api = Router();
  api.use('/lots', lotsRouter(container));
  api.use('/lots/:lotId/bids', bidsRouter(container));
  app.use('/api/v2', api);
  app.use('/backoffice', adminRouter(container));
}
