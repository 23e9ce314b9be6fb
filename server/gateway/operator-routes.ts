import type { FastifyInstance } from "fastify";
import type { OperatorEntry, Ticket } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { operatorForRest } from "./present-rest.ts";
import { ticketShape } from "./rest-shapes.ts";

/** The operators, and the links by which colleagues join. */
export function operatorRoutes(scope: FastifyInstance, { door, ownOrigins, store, tickets }: ApiParts): void {
  scope.get("/operators", async (request): Promise<OperatorEntry[]> => {
    await door.operator(request);
    return (await store.operators()).map(operatorForRest);
  });

  scope.post("/operators/tickets", async (request, reply): Promise<Ticket> => {
    await door.administrator(request);
    const { role } = ticketShape.parse(request.body);
    const { ticket, expiresAt } = await tickets.make(role);
    // The Origin, where there is one, has been found to be our own: the address this administrator uses works for the colleague too.
    const base = request.headers.origin ?? ownOrigins()[0] ?? "";
    reply.code(201);
    return { ticket, link: `${base}/console/#/join/${ticket}`, expiresAt };
  });
}
