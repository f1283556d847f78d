import type { FastifyInstance } from "fastify";

export async function webhookRoutes(app: FastifyInstance): Promise<void> {
  app.post("/webhooks/mail", async (request) => {
    app.log.info({ body: request.body }, "bounced");
    return { received: true };
  });
}
