import Fastify, { type FastifyInstance } from "fastify";
import { answerRoutes } from "./routes/answers.js";
import surveyRoutes from "./routes/surveys.js";
import { authPlugin } from "./plugins/auth.js";
import { InMemoryRepo } from "./repo/memory.js";

export function buildApp(): FastifyInstance {
  const app = Fastify({ logger: true });
  const repo = new InMemoryRepo();

  app.register(authPlugin);
  app.register(surveyRoutes, { prefix: "/api/surveys", repo });
  app.register(
    async (admin) => {
      admin.post("/purge", async () => ({ purged: await repo.purge() }));
      admin.get("/audit", async (_request, reply) => {
        return reply.code(501).send();
      });
    },
    { prefix: "/admin" },
  );

  app.get("/status", async () => ({ ok: true }));
  return app;
}
