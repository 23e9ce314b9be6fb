import type { FastifyInstance } from "fastify";
import { ChatError } from "../../chat/error.ts";
import type { PushState } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { pushShape } from "./rest-shapes.ts";

/** What the routes need of Web Push; without a key there is none on this server. */
export interface PushParts {
  publicKey?: string;
  allow(endpoint: string): boolean;
}

/** Where the browser of this session is called while no window of its operator is open. */
export function pushRoutes(scope: FastifyInstance, { door, store, world, bounds, push }: ApiParts): void {
  scope.get("/me/push", async (request): Promise<PushState> => {
    const { session } = await door.operator(request);
    const { publicKey } = push;
    if (publicKey === undefined) return { subscribed: false };
    const kept = await store.pushSubscription(session.tokenHash);
    return { publicKey, subscribed: kept !== undefined };
  });

  scope.put("/me/push", async (request, reply) => {
    const { session, operator } = await door.operator(request);
    const { endpoint, keys, language } = pushShape.parse(request.body);
    if (push.publicKey === undefined) throw new ChatError("not-allowed", "Web Push is off on this server.");
    if (!push.allow(endpoint))
      throw new ChatError("url-not-allowed", "This server does not call the push service of this browser.");
    const { tokenHash: ofSession } = session;
    const createdAt = world.now();
    const subscription = { session: ofSession, operator: operator.id, endpoint, ...keys, language, createdAt };
    await store.putPushSubscription(subscription, bounds.pushBrowsers);
    return reply.code(204).send();
  });

  scope.delete("/me/push", async (request, reply) => {
    const { session } = await door.operator(request);
    await store.removePushSubscription({ session: session.tokenHash });
    return reply.code(204).send();
  });
}
