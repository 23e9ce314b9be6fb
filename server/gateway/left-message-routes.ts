import type { FastifyInstance } from "fastify";
import { ChatError } from "../../chat/error.ts";
import { may, mustBeAllowed, placeOfChat } from "../../chat/permissions.ts";
import type { LeftMessage } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { leftMessageForRest } from "./present-rest.ts";
import { idShape, leftMessagesShape, settleShape } from "./rest-shapes.ts";

const AT_ONCE = 50; // what protocol/rest.ts promises

/** The messages that visitors left while nobody was online. */
export function leftMessageRoutes(scope: FastifyInstance, { bus, door, store, world }: ApiParts): void {
  scope.get("/left-messages", async (request): Promise<LeftMessage[]> => {
    const { operator } = await door.operator(request);
    const { site, before } = leftMessagesShape.parse(request.query);
    mustBeAllowed(operator, "left.see", { site });
    const shown: LeftMessage[] = [];
    // Other departments' are passed over, and the page is full all the same.
    for (let until = before ?? Number.MAX_SAFE_INTEGER; ;) {
      const left = await store.leftMessages(site, until, AT_ONCE);
      const own = left.filter(({ conversation }) => may(operator, "left.see", placeOfChat(conversation)));
      shown.push(...own.map(leftMessageForRest));
      const last = left.at(-1);
      if (last === undefined || left.length < AT_ONCE || shown.length >= AT_ONCE) return shown.slice(0, AT_ONCE);
      until = last.conversation.requestedAt;
    }
  });

  scope.put<{ Params: { conversation: string } }>("/left-messages/:conversation", async (request, reply) => {
    const { operator } = await door.operator(request);
    const { settled } = settleShape.parse(request.body);
    const id = idShape.parse(request.params.conversation);
    const left = await store.conversation(id);
    if (left !== undefined) mustBeAllowed(operator, "left.settle", placeOfChat(left));
    const conversation = await store.settleLeftMessage(id, settled ? world.now() : undefined);
    if (conversation === undefined) throw new ChatError("not-found", "There is no such message.");
    bus.announce({ type: "conversation", conversation });
    return reply.code(204).send();
  });
}
