import type { FastifyInstance, FastifyRequest } from "fastify";
import { mustNotBeAbove } from "../../chat/staff.ts";
import type { OperatorEntry, Ticket } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { operatorForRest } from "./present-rest.ts";
import { idShape, operatorShape, suspendShape, ticketShape } from "./rest-shapes.ts";

/** The operators, and the links by which colleagues join or get a new password. Who may change whom: chat/staff.ts. */
export function operatorRoutes(scope: FastifyInstance, parts: ApiParts): void {
  const { departments, door, ownOrigins, sites, staff, tickets } = parts;
  const known = {
    sites: () => sites.all().map(({ id }) => id),
    departments: () => departments.all().map(({ id }) => id),
  };
  const changeShape = operatorShape(known);
  const inviteShape = ticketShape(known);

  scope.get("/operators", (): OperatorEntry[] => staff.all().map(operatorForRest));

  scope.post("/operators/tickets", async (request, reply): Promise<Ticket> => {
    const { operator } = await door.operator(request);
    const { role, ...reach } = inviteShape.parse(request.body);
    mustNotBeAbove(operator, role);
    reply.code(201);
    return linkOf(request, "join", await tickets.make(role, reach));
  });

  scope.patch<{ Params: { id: string } }>("/operators/:id", async (request): Promise<OperatorEntry> => {
    const { operator } = await door.operator(request);
    const id = idShape.parse(request.params.id);
    return operatorForRest(await staff.change(operator, id, changeShape.parse(request.body)));
  });

  scope.put<{ Params: { id: string } }>("/operators/:id/suspended", async (request): Promise<OperatorEntry> => {
    const { operator } = await door.operator(request);
    const id = idShape.parse(request.params.id);
    const { suspended } = suspendShape.parse(request.body);
    return operatorForRest(await (suspended ? staff.suspend(operator, id) : staff.takeBack(operator, id)));
  });

  scope.post<{ Params: { id: string } }>("/operators/:id/reset", async (request, reply): Promise<Ticket> => {
    const { operator } = await door.operator(request);
    const { id, role } = await staff.mayChange(operator, idShape.parse(request.params.id));
    reply.code(201);
    return linkOf(request, "reset", await tickets.make(role, { operator: id }));
  });

  function linkOf(request: FastifyRequest, page: "join" | "reset", made: Omit<Ticket, "link">): Ticket {
    // The Origin, where there is one, has been found to be our own: the address this administrator uses works for the colleague too.
    const base = request.headers.origin ?? ownOrigins()[0] ?? "";
    return { ...made, link: `${base}/console/#/${page}/${made.ticket}` };
  }
}
