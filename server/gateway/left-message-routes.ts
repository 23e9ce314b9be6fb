import type { FastifyInstance } from "fastify";
import { ChatError } from "../../chat/error.ts";
import type { LeftMessage } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { leftMessageForRest } from "./present-rest.ts";
import { idShape, leftMessagesShape, settleShape } from "./rest-shapes.ts";

const AT_ONCE = 50; // what protocol/rest.ts promises

/** The messages that visitors left while nobody was online. */
export function leftMessageRoutes(scope: FastifyInstance, { bus, door, store, world }: ApiParts): void {
  scope.get("/left-messages", async (request): Promise<LeftMessage[]> => {
    await door.operator(request);
    const { site, before } = leftMessagesShape.parse(request.query);
    const left = await store.leftMessages(site, before ?? Number.MAX_SAFE_INTEGER, AT_ONCE);
    return left.map(leftMessageForRest);
  });

  scope.put<{ Params: { conversation: string } }>("/left-messages/:conversation", async (request, reply) => {
    await door.operator(request);
    const { settled } = settleShape.parse(request.body);
    const id = idShape.parse(request.params.conversation);
    const conversation = await store.settleLeftMessage(id, settled ? world.now() : undefined);
    if (conversation === undefined) throw new ChatError("not-found", "There is no such message.");
    bus.announce({ type: "conversation", conversation });
    return reply.code(204).send();
  });
}
