import type { FastifyInstance } from "fastify";
import type { Site } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { siteForRest } from "./present-rest.ts";
import { idShape, siteShape } from "./rest-shapes.ts";

/** The sites: read by every operator, changed by the owner and administrators. */
export function siteRoutes(scope: FastifyInstance, { bounds, door, sites }: ApiParts): void {
  const shape = siteShape(bounds.originsPerSite);

  scope.get("/sites", async (request): Promise<Site[]> => {
    await door.operator(request);
    return sites.all().map(siteForRest);
  });

  scope.post("/sites", async (request, reply): Promise<Site> => {
    await door.administrator(request);
    const site = await sites.add(shape.parse(request.body));
    reply.code(201);
    return siteForRest(site);
  });

  scope.patch<{ Params: { id: string } }>("/sites/:id", async (request): Promise<Site> => {
    await door.administrator(request);
    return siteForRest(await sites.change(idShape.parse(request.params.id), shape.parse(request.body)));
  });
}
