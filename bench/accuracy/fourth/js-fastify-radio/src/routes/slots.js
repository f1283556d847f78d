export default async function slotRoutes(app) {
  app.get('/', async () => app.schedule.slots);
  app.post('/:hour/swap', async (request) => {
    const { hour } = request.params;
    return app.schedule.swap(Number(hour), Number(request.body.with));
  });
  // app.patch('/:hour', updateSlot);
  app.all('/echo', async (request) => ({ method: request.method }));
}

export async function podcastRoutes(app) {
  app.get('/podcasts', async () => []);
}
