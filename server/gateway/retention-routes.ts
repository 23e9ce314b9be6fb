import type { FastifyInstance } from "fastify";
import type { RetentionState } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { retentionQueryShape, retentionShape } from "./rest-shapes.ts";

/** How long things are kept. */
export function retentionRoutes(scope: FastifyInstance, { retention }: ApiParts): void {
  scope.get("/retention", async (): Promise<RetentionState> => {
    const rules = await retention.rules();
    return { rules, old: await retention.count(rules) };
  });

  scope.get("/retention/count", async (request): Promise<RetentionState> => {
    const rules = retentionQueryShape.parse(request.query);
    return { rules, old: await retention.count(rules) };
  });

  scope.put("/retention", async (request): Promise<RetentionState> => {
    const rules = await retention.change(retentionShape.parse(request.body));
    return { rules, old: await retention.count(rules) };
  });
}
