import type { IncomingMessage } from "node:http";
import { fastify, type FastifyInstance, type FastifyReply } from "fastify";
import type { Logger } from "pino";
import { api, type ApiParts } from "./api.ts";
import { HttpRefusal } from "./http-refusal.ts";
import { pages, type PageParts } from "./pages.ts";
import { protect } from "./security-headers.ts";
import { translateError } from "./translate-error.ts";

export interface HttpParts {
  log: Logger;
  version: string;
  bodyBytes: number;
  secure: boolean;
  /** `ok` only when everything has started and nothing is stopping. */
  status(): "starting" | "ok" | "stopping";
  uptimeSeconds(): number;
  /** Whence the server believes a request to come, for whoever sets up the proxy. */
  clientOf(request: IncomingMessage): { address: string; forwarded: "none" | "trusted" | "ignored" };
  api: ApiParts;
  pages: PageParts;
}

/** The HTTP side of the door, ready to listen. */
export async function openHttp(parts: HttpParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: false, // requests carry query strings and addresses; what an administrator must act on is logged where it happens
    bodyLimit: parts.bodyBytes,
    requestTimeout: 30_000, // a request that trickles in for longer is not one of ours
    forceCloseConnections: "idle",
    // An address that cannot be read comes by neither a route nor its error handler; fastify's own words would quote it.
    frameworkErrors: (error, _request, reply) => void answerError(error, reply),
  });
  app.setErrorHandler((error, _request, reply) => answerError(error, reply));
  // The strictest for everything that no area below says otherwise about: an answer about nothing has its headers too.
  await protect(app, "api", parts.secure);
  app.setNotFoundHandler(() => {
    throw new HttpRefusal(404, "not-found", "There is nothing at this address.");
  });
  app.get("/health", async (request, reply) => {
    const status = parts.status();
    reply.code(status === "ok" ? 200 : 503).header("Cache-Control", "no-store");
    return {
      status,
      version: parts.version,
      uptimeSeconds: parts.uptimeSeconds(),
      client: parts.clientOf(request.raw),
    };
  });
  await app.register(async (scope) => api(scope, parts.api), { prefix: "/api/v1" });
  await pages(app, parts.pages);
  return app;

  function answerError(error: unknown, reply: FastifyReply): FastifyReply {
    const { status, refusal, retryAfterMs } = translateError(error, parts.log);
    if (retryAfterMs !== undefined) reply.header("Retry-After", Math.ceil(retryAfterMs / 1000));
    return reply.code(status).type("application/json; charset=utf-8").send(refusal);
  }
}
