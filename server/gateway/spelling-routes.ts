import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";
import type { DictionaryEntry, OwnWord } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { dictionaryForRest } from "./present-rest.ts";
import { dictionaryFileShape, dictionaryShape, idShape, ownWordShape } from "./rest-shapes.ts";

const compress = promisify(gzip);

/** An operator's own words, and the dictionaries of the installation. Who may change what is the rules' affair (chat/spelling.ts). */
export function spellingRoutes(scope: FastifyInstance, { bounds, spelling, door }: ApiParts): void {
  scope.get("/me/words", async (request): Promise<OwnWord[]> => {
    const { operator } = await door.operator(request);
    return (await spelling.wordsOf(operator)).map((word) => ({ word }));
  });

  scope.post("/me/words", async (request, reply) => {
    const { operator } = await door.operator(request);
    await spelling.addWord(operator, ownWordShape.parse(request.body).word);
    return reply.code(204).send();
  });

  scope.delete<{ Params: { word: string } }>("/me/words/:word", async (request, reply) => {
    const { operator } = await door.operator(request);
    await spelling.removeWord(operator, ownWordShape.shape.word.parse(request.params.word));
    return reply.code(204).send();
  });

  scope.get("/dictionaries", async (request): Promise<DictionaryEntry[]> => {
    await door.operator(request);
    return (await spelling.dictionaries()).map(dictionaryForRest);
  });

  scope.put<{ Params: { language: string } }>(
    "/dictionaries/:language",
    // In JSON a line's end takes two bytes, and a letter with an accent has two of its own.
    { bodyLimit: 3 * bounds.dictionaryBytes + 1_024 },
    async (request): Promise<DictionaryEntry> => {
      const { operator } = await door.operator(request);
      const files = dictionaryShape.parse(request.body);
      return dictionaryForRest(await spelling.putDictionary(operator, request.params.language, files));
    },
  );

  scope.delete<{ Params: { id: string } }>("/dictionaries/:id", async (request, reply) => {
    const { operator } = await door.operator(request);
    await spelling.removeDictionary(operator, idShape.parse(request.params.id));
    return reply.code(204).send();
  });

  // Plain text, whatever is in it; the id is new with each upload, so a browser need not ask for it twice.
  scope.get<{ Params: { id: string; file: string } }>("/dictionaries/:id/:file", async (request, reply) => {
    await door.operator(request);
    const file = dictionaryFileShape.parse(request.params.file);
    const text = (await spelling.files(idShape.parse(request.params.id)))[file];
    reply.type("text/plain; charset=utf-8").header("Cache-Control", "private, max-age=31536000, immutable");
    if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(text);
    return reply
      .header("Content-Encoding", "gzip")
      .header("Vary", "Accept-Encoding")
      .send(await compress(text));
  });
}
