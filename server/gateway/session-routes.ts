import type { FastifyInstance } from "fastify";
import type { Me } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { hashPassword } from "./password.ts";
import { changePasswordShape, signInShape } from "./rest-shapes.ts";

/** Signing in and out, and the operator's own account. */
export function sessionRoutes(scope: FastifyInstance, { addressOf, door, sessions, signIns, store }: ApiParts): void {
  scope.post("/session", async (request, reply): Promise<{ me: Me }> => {
    const { login, password } = signInShape.parse(request.body);
    const operator = await signIns.check({ login, password, address: addressOf(request) });
    return { me: await door.letIn(operator, reply) };
  });

  scope.delete("/session", async (request, reply) => {
    const signedIn = await door.guest(request);
    if (signedIn !== undefined) await sessions.close(signedIn.session);
    door.letOut(reply);
    return reply.code(204).send();
  });

  scope.delete("/sessions", async (request, reply) => {
    const { operator } = await door.operator(request);
    await sessions.closeAll(operator.id);
    door.letOut(reply);
    return reply.code(204).send();
  });

  scope.get("/me", async (request): Promise<Me> => door.me((await door.operator(request)).operator));

  scope.put("/me/password", async (request, reply) => {
    const { operator, session } = await door.operator(request);
    const { current, next } = changePasswordShape.parse(request.body);
    // Counted like signing in: whoever found a browser open must not try passwords without end.
    await signIns.check({ login: operator.login, password: current, address: addressOf(request) });
    await store.changePassword(operator.id, await hashPassword(next));
    await sessions.closeAll(operator.id, session);
    return reply.code(204).send();
  });
}
