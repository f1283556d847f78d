import type { FastifyPluginAsync } from "fastify";

export const authPlugin: FastifyPluginAsync = async (app) => {
  app.addHook("onRequest", async (request, reply) => {
    if (request.url.startsWith("/admin") && !request.headers.authorization) {
      return reply.code(401).send({ error: "who are you?" });
    }
  });
};

export const rotateKeys = async (): Promise<void> => {
  throw new Error("Not implemented");
};
