import { Router } from 'express';

export const reportsRouter = Router();

reportsRouter.get('/reports/turnover', (_req, res) => {
  res.type('text/csv').send('day,turnover\n');
});
