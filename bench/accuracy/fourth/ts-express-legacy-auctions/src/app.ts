import express, { Application } from 'express';
import { Container } from './container';
import { mountRoutes } from './routes';
import { errorHandler } from './middleware/errors';
import { requestId } from './middleware/requestId';

export function createApp(container: Container): Application {
  const app = express();
  app.use(express.json());
  app.use(requestId());
  app.get('/status', (_req, res) => {
    res.json({ ok: true, version: container.version });
  });
  mountRoutes(app, container);
  app.use(errorHandler);
  return app;
}
