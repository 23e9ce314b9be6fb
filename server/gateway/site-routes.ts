import type { FastifyInstance } from "fastify";
import { may } from "../../chat/permissions.ts";
import type { Site } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { siteForRest } from "./present-rest.ts";
import { idShape, siteChangeShape, siteShape } from "./rest-shapes.ts";

/** The sites: read by every operator, changed by the owner and administrators. */
export function siteRoutes(scope: FastifyInstance, { bounds, door, sites }: ApiParts): void {
  const shape = siteShape(bounds.originsPerSite);
  const changeShape = siteChangeShape(bounds.originsPerSite);

  scope.get("/sites", async (request): Promise<Site[]> => {
    const { operator } = await door.operator(request);
    return sites
      .all()
      .filter((site) => may(operator, "site.see", { site: site.id }))
      .map(siteForRest);
  });

  scope.post("/sites", async (request, reply): Promise<Site> => {
    const site = await sites.add(shape.parse(request.body));
    reply.code(201);
    return siteForRest(site);
  });

  scope.patch<{ Params: { id: string } }>("/sites/:id", async (request): Promise<Site> => {
    return siteForRest(await sites.change(idShape.parse(request.params.id), changeShape.parse(request.body)));
  });
}
