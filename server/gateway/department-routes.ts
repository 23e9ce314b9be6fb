import type { FastifyInstance } from "fastify";
import type { Department } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { departmentShape } from "./department-shape.ts";
import { departmentForRest } from "./present-rest.ts";
import { idShape } from "./rest-shapes.ts";

/** The departments: read by every operator, changed by the owner and administrators. */
export function departmentRoutes(scope: FastifyInstance, { departments, sites, staff }: ApiParts): void {
  const shape = departmentShape(() => sites.all().map(({ id }) => id));

  scope.get("/departments", (): Department[] => departments.all().map(departmentForRest));

  scope.post("/departments", async (request, reply): Promise<Department> => {
    const department = await departments.add(shape.parse(request.body));
    reply.code(201);
    return departmentForRest(department);
  });

  scope.patch<{ Params: { id: string } }>("/departments/:id", async (request): Promise<Department> => {
    return departmentForRest(await departments.change(idShape.parse(request.params.id), shape.parse(request.body)));
  });

  scope.delete<{ Params: { id: string } }>("/departments/:id", async (request, reply) => {
    await departments.remove(idShape.parse(request.params.id));
    await staff.announce();
    return reply.code(204).send();
  });
}
