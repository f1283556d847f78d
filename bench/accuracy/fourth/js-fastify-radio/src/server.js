import Fastify from 'fastify';
import { showRoutes } from './routes/shows.js';
import slotRoutes from './routes/slots.js';
import { authenticate } from './plugins/authenticate.js';
import { ShowStore } from './stores/show-store.js';
import { Schedule } from './schedule/schedule.js';

export async function createServer({ db, logger = false } = {}) {
  const app = Fastify({ logger });

  app.decorate('shows', new ShowStore(db));
  app.decorate('schedule', Schedule.demo());

  await app.register(authenticate, { header: 'x-station-key' });
  await app.register(showRoutes, { prefix: '/shows' });
  await app.register(
    async (v1) => {
      await v1.register(slotRoutes, { prefix: '/slots' });
      v1.get('/days/:day', async (request) => app.schedule.on(request.params.day));
    },
    { prefix: '/v1' },
  );

  app.route({
    method: ['GET', 'HEAD'],
    url: '/alive',
    handler: async () => ({ alive: true }),
  });

  app.setErrorHandler(function onError(error, request, reply) {
    request.log.error(error);
    reply.code(error.statusCode ?? 500).send({ message: error.message });
  });

  return app;
}
