import type { FastifyInstance } from "fastify";
import type { QueueRule } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { queueRuleShape } from "./rest-shapes.ts";

/** How requests without a department are handed out: read by every operator, changed by the owner and administrators. */
export function queueRoutes(scope: FastifyInstance, { queueSettings }: ApiParts): void {
  scope.get("/queue", (): QueueRule => queueSettings.rule());

  scope.put("/queue", async (request): Promise<QueueRule> => {
    return await queueSettings.change(queueRuleShape.parse(request.body));
  });
}
