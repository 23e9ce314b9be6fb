import type { FastifyInstance } from "fastify";
import type { SoundEntry } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { soundForRest } from "./present-rest.ts";
import { idShape, soundShape } from "./rest-shapes.ts";

/** The sounds that administrators give to all operators. */
export function soundRoutes(scope: FastifyInstance, { bounds, sounds }: ApiParts): void {
  scope.get("/sounds", async (): Promise<SoundEntry[]> => (await sounds.all()).map(soundForRest));

  // Base64 takes four letters for three bytes.
  scope.post("/sounds", { bodyLimit: 2 * bounds.soundBytes + 1_024 }, async (request, reply): Promise<SoundEntry> => {
    const sound = await sounds.add(soundShape.parse(request.body));
    reply.code(201);
    return soundForRest(sound);
  });

  scope.delete<{ Params: { id: string } }>("/sounds/:id", async (request, reply) => {
    await sounds.remove(idShape.parse(request.params.id));
    return reply.code(204).send();
  });

  // Never anything but a sound, whatever is in it. A sound is never changed, so a browser need not ask for it twice.
  scope.get<{ Params: { id: string } }>("/sounds/:id/data", async (request, reply) => {
    const { type, data } = await sounds.data(idShape.parse(request.params.id));
    return reply
      .type(type)
      .header("Cache-Control", "private, max-age=31536000, immutable")
      .send(Buffer.from(data, "base64"));
  });
}
