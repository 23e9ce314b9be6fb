import type { FastifyInstance } from "fastify";
import type { Ban } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { banForRest } from "./present-rest.ts";
import { banShape, idShape } from "./rest-shapes.ts";

/** Who is kept out: seen and lifted by those who look after the operators; a visitor is banned on the line, too. */
export function banRoutes(scope: FastifyInstance, { bans, door }: ApiParts): void {
  scope.get("/bans", async (request): Promise<Ban[]> => {
    const { operator } = await door.operator(request);
    return bans.of(operator).map(banForRest);
  });

  scope.post("/bans", async (request, reply): Promise<Ban> => {
    const { operator } = await door.operator(request);
    const ban = await bans.add(operator, banShape.parse(request.body));
    reply.code(201);
    return banForRest(ban);
  });

  scope.delete<{ Params: { id: string } }>("/bans/:id", async (request, reply) => {
    const { operator } = await door.operator(request);
    await bans.lift(operator, idShape.parse(request.params.id));
    return reply.code(204).send();
  });
}
