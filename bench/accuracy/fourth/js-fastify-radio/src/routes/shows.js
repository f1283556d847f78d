const showSchema = {
  body: {
    type: 'object',
    required: ['title'],
    properties: { title: { type: 'string' }, host: { type: 'string' } },
  },
};

/** @type {import('fastify').FastifyPluginAsync} */
export const showRoutes = async (app) => {
  app.get('/', async () => app.shows.all());

  app.post('/', { schema: showSchema, preHandler: app.requireKey }, async (request, reply) => {
    const show = app.shows.insert(request.body);
    return reply.code(201).send(show);
  });

  app.get('/:id', async (request, reply) => {
    const show = app.shows.byId(request.params.id);
    return show ?? reply.callNotFound();
  });

  app.delete('/:id', { preHandler: app.requireKey }, deleteShow);
  app.put('/:id/cover', uploadCover);
};

async function deleteShow(request, reply) {
  this.shows.remove(request.params.id);
  reply.code(204);
}

async function uploadCover(_request, reply) {
  return reply.code(501).send();
}
