import { access } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fastifyStatic } from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Site } from "../../chat/site.ts";
import { protect } from "./security-headers.ts";

/** What the browser's pages are made of; the folders need not be there (yet). */
export interface PageParts {
  /** Where the build puts `console/` and `widget/`. */
  distFolder: URL;
  demo: Demo;
  /** The site whose widget the demo shop carries; none before the set-up. */
  demoSite(): Site | undefined;
  /** Whether browsers reach the server by https. */
  secure: boolean;
}

interface Demo {
  assetsFolder: URL;
  /** The page at a path below /demo, or undefined where there is none; without a chat one that says what is missing. */
  render(
    path: string,
    chat: { widgetUrl: string; siteKey: string } | undefined,
  ): Promise<{ status: number; html: string } | undefined>;
}

/** A name that holds a hash of the content means the same for ever; everything else is asked for again. */
const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_AGAIN = "no-cache";
/** Long enough to spare a request for each page view, short enough that a new version is out soon. */
const WIDGET = "public, max-age=300";

/** The console, the widget's files and the demo shop. */
export async function pages(app: FastifyInstance, parts: PageParts): Promise<void> {
  const consoleFolder = fileURLToPath(new URL("console/", parts.distFolder));
  const widgetFolder = fileURLToPath(new URL("widget/", parts.distFolder));
  const assetsFolder = fileURLToPath(parts.demo.assetsFolder);
  await app.register(fastifyStatic, {
    root: assetsFolder,
    serve: false,
    dotfiles: "ignore",
    preCompressed: true,
    cacheControl: false,
  });

  app.get("/", async (_request, reply) => reply.redirect("/console/"));
  app.get("/console", async (_request, reply) => reply.redirect("/console/"));
  // What a browser asks for by itself, beside a picture or a file that it shows alone.
  app.get("/favicon.ico", async (_request, reply) => reply.redirect("/console/icon.svg"));
  app.get("/demo", async (_request, reply) => reply.redirect("/demo/"));

  await app.register(async (scope) => {
    await protect(scope, "console", parts.secure);
    scope.get("/console/", async (_request, reply) => send(reply, consoleFolder, "index.html", ASK_AGAIN));
    scope.get<{ Params: { "*": string } }>("/console/assets/*", async (request, reply) =>
      send(reply, consoleFolder, `assets/${request.params["*"]}`, FOR_EVER),
    );
    scope.get<{ Params: { "*": string } }>("/console/*", async (request, reply) =>
      send(reply, consoleFolder, request.params["*"], ASK_AGAIN),
    );
  });

  await app.register(async (scope) => {
    // A worker's policy is that of its own script, not of the page that starts it.
    await protect(scope, "workers", parts.secure);
    scope.get<{ Params: { "*": string } }>("/console/workers/*", async (request, reply) =>
      send(reply, consoleFolder, `workers/${request.params["*"]}`, FOR_EVER),
    );
  });

  await app.register(async (scope) => {
    await protect(scope, "widget", parts.secure);
    scope.addHook("onRequest", async (_request, reply) => void reply.header("Access-Control-Allow-Origin", "*"));
    scope.get("/widget.js", async (_request, reply) => send(reply, widgetFolder, "widget.js", WIDGET));
    scope.get<{ Params: { "*": string } }>("/widget/*", async (request, reply) => {
      const name = request.params["*"];
      return send(reply, widgetFolder, name, name === "widget.js" ? WIDGET : FOR_EVER);
    });
  });

  await app.register(async (scope) => {
    await protect(scope, "demo", parts.secure);
    scope.get<{ Params: { "*": string } }>("/demo/assets/*", async (request, reply) =>
      send(reply, assetsFolder, request.params["*"], ASK_AGAIN),
    );
    scope.get<{ Params: { "*": string } }>("/demo/*", async (request, reply) => {
      reply.type("text/html; charset=utf-8").header("Cache-Control", ASK_AGAIN);
      const site = parts.demoSite();
      const chat = site && { widgetUrl: "/widget.js", siteKey: site.key };
      const page = await parts.demo.render(`/${request.params["*"]}`, chat);
      if (page === undefined) return reply.callNotFound();
      return reply.code(page.status).send(page.html);
    });
  });
}

async function send(reply: FastifyReply, folder: string, name: string, cache: string): Promise<FastifyReply> {
  const isBuilt = await access(folder).then(
    () => true,
    () => false,
  );
  if (!isBuilt) {
    return reply
      .code(503)
      .type("text/plain; charset=utf-8")
      .send("This part has not been built yet. Run: npm run build\n");
  }
  return reply.header("Cache-Control", cache).sendFile(name, folder);
}
