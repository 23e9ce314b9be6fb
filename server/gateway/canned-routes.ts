import type { FastifyInstance } from "fastify";
import type { CannedItem } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { cannedForRest } from "./present-rest.ts";
import { cannedItemsShape, cannedWordsShape, idShape } from "./rest-shapes.ts";

/** Canned messages and URLs. Who may change which is the rules' affair (chat/canned.ts). */
export function cannedRoutes(scope: FastifyInstance, { canned, door }: ApiParts): void {
  scope.get("/canned", async (request): Promise<CannedItem[]> => {
    const { operator } = await door.operator(request);
    return (await canned.of(operator)).map(cannedForRest);
  });

  scope.post("/canned", async (request, reply): Promise<CannedItem[]> => {
    const { operator } = await door.operator(request);
    const { items } = cannedItemsShape.parse(request.body);
    const added = await canned.add(operator, items);
    reply.code(201);
    return added.map(cannedForRest);
  });

  scope.patch<{ Params: { id: string } }>("/canned/:id", async (request): Promise<CannedItem> => {
    const { operator } = await door.operator(request);
    const id = idShape.parse(request.params.id);
    return cannedForRest(await canned.change(operator, id, cannedWordsShape.parse(request.body)));
  });

  scope.delete<{ Params: { id: string } }>("/canned/:id", async (request, reply) => {
    const { operator } = await door.operator(request);
    await canned.remove(operator, idShape.parse(request.params.id));
    return reply.code(204).send();
  });

  scope.post<{ Params: { id: string } }>("/canned/:id/uses", async (request, reply) => {
    const { operator } = await door.operator(request);
    await canned.use(operator, idShape.parse(request.params.id));
    return reply.code(204).send();
  });
}
