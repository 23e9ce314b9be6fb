import type { FastifyInstance } from "fastify";
import type { ApiParts } from "./api.ts";
import { preferencesForRest } from "./present-rest.ts";
import { preferenceShape } from "./rest-shapes.ts";

/** What the operator who is signed in prefers, for every browser they sign in from. */
export function preferenceRoutes(scope: FastifyInstance, { door, preferences }: ApiParts): void {
  scope.get("/me/preferences", async (request): Promise<Record<string, unknown>> => {
    const { operator } = await door.operator(request);
    return preferencesForRest(await preferences.of(operator.id));
  });

  scope.put<{ Params: { name: string } }>("/me/preferences/:name", async (request, reply) => {
    const { operator } = await door.operator(request);
    const { value } = preferenceShape.parse(request.body);
    await preferences.set({ operator: operator.id, name: request.params.name, value: JSON.stringify(value) });
    return reply.code(204).send();
  });
}
