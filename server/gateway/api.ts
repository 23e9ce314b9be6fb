import { fastifyCookie } from "@fastify/cookie";
import fastifyRateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Bus } from "../../chat/bus.ts";
import type { Canned } from "../../chat/canned.ts";
import type { Histories } from "../../chat/histories.ts";
import type { Preferences } from "../../chat/preferences.ts";
import type { Sounds } from "../../chat/sounds.ts";
import type { Spelling } from "../../chat/spelling.ts";
import { must } from "../../chat/error.ts";
import type { Action } from "../../chat/permissions.ts";
import type { Staff } from "../../chat/staff.ts";
import type { Store } from "../../chat/store.ts";
import type { World } from "../../chat/world.ts";
import type { Account } from "./account.ts";
import type { Departments } from "./departments.ts";
import { departmentRoutes } from "./department-routes.ts";
import { banRoutes } from "./ban-routes.ts";
import type { Bans } from "./bans.ts";
import { cannedRoutes } from "./canned-routes.ts";
import type { Door } from "./door.ts";
import { HttpRefusal } from "./http-refusal.ts";
import { historyRoutes } from "./history-routes.ts";
import { leftMessageRoutes } from "./left-message-routes.ts";
import { limitKey } from "./limit-key.ts";
import { operatorRoutes } from "./operator-routes.ts";
import { preferenceRoutes } from "./preference-routes.ts";
import { type PushParts, pushRoutes } from "./push-routes.ts";
import { queueRoutes } from "./queue-routes.ts";
import type { QueueSettings } from "./queue-settings.ts";
import type { Retention } from "./retention.ts";
import { retentionRoutes } from "./retention-routes.ts";
import { ROUTES } from "./rights.ts";
import { sessionRoutes } from "./session-routes.ts";
import { setUpRoutes } from "./set-up-routes.ts";
import type { Sessions } from "./sessions.ts";
import type { SignIns } from "./sign-ins.ts";
import { siteRoutes } from "./site-routes.ts";
import { soundRoutes } from "./sound-routes.ts";
import { spellingRoutes } from "./spelling-routes.ts";
import type { Sites } from "./sites.ts";
import type { Tickets } from "./tickets.ts";

/** So many foreign origins are named in the log, each once: enough to see what is wrong, too few to fill a disk. */
const MOST_TOLD = 100;

/** The bounds of the REST interface, all from the configuration. */
interface ApiBounds {
  apiRequestsPerMinute: number;
  originsPerSite: number;
  operators: number;
  dictionaryBytes: number;
  soundBytes: number;
  pushBrowsers: number;
}

/** What the routes of the REST interface work with. */
export interface ApiParts {
  store: Store;
  bus: Bus;
  world: World;
  log: Logger;
  version: string;
  bounds: ApiBounds;
  account: Account;
  sites: Sites;
  departments: Departments;
  staff: Staff;
  bans: Bans;
  retention: Retention;
  canned: Canned;
  histories: Histories;
  preferences: Preferences;
  spelling: Spelling;
  sounds: Sounds;
  push: PushParts;
  queueSettings: QueueSettings;
  sessions: Sessions;
  signIns: SignIns;
  tickets: Tickets;
  door: Door;
  ownOrigins: () => readonly string[];
  addressOf: (request: FastifyRequest) => string;
}

/** The REST interface, to be registered under /api/v1; what it carries is in protocol/rest.ts. */
export async function api(scope: FastifyInstance, parts: ApiParts): Promise<void> {
  await scope.register(fastifyRateLimit, {
    max: parts.bounds.apiRequestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => limitKey(parts.addressOf(request)),
    addHeaders: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
    addHeadersOnExceeding: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
  });
  await scope.register(fastifyCookie);
  readJsonOnly(scope);
  const told = new Set<string>();
  scope.addHook("onRequest", async (request, reply) => {
    reply.header("Cache-Control", "no-store");
    refuseForeignOrigin(request, parts, told);
  });
  guard(scope, parts.door);
  setUpRoutes(scope, parts);
  sessionRoutes(scope, parts);
  siteRoutes(scope, parts);
  departmentRoutes(scope, parts);
  banRoutes(scope, parts);
  retentionRoutes(scope, parts);
  operatorRoutes(scope, parts);
  leftMessageRoutes(scope, parts);
  historyRoutes(scope, parts);
  cannedRoutes(scope, parts);
  preferenceRoutes(scope, parts);
  pushRoutes(scope, parts);
  spellingRoutes(scope, parts);
  soundRoutes(scope, parts);
  queueRoutes(scope, parts);
}

/** Nobody comes to a route whose right is not named in rights.ts, or without it. */
function guard(scope: FastifyInstance, door: Door): void {
  const actions = new Map<string, Action | "anyone">();
  scope.addHook("onRoute", ({ method, routePath, url }) => {
    for (const one of [method].flat()) {
      // Fastify answers HEAD where GET is.
      const route = `${one === "HEAD" ? "GET" : one} ${routePath}`;
      actions.set(`${one} ${url}`, must(ROUTES[route], `a right for ${route} in rights.ts`));
    }
  });
  scope.addHook("preParsing", async (request) => {
    const { url } = request.routeOptions;
    if (url === undefined) return; // nothing is there
    const action = must(actions.get(`${request.method} ${url}`), `a right for ${url}`);
    if (action !== "anyone") await door.admit(request, action);
  });
}

/** JSON is what a form on another site cannot send; a request without a body (DELETE) may name the type nevertheless. */
function readJsonOnly(scope: FastifyInstance): void {
  const readJson = scope.getDefaultJsonParser("error", "error");
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body === "") done(null, undefined);
    else void readJson(request, String(body), done);
  });
}

/**
 * A page of another site must not act with an operator's cookie. The cookie is SameSite=Strict already; this also holds against a page on
 * another port of the same host, and for the requests that need no cookie. A program that is no browser sends no Origin.
 */
function refuseForeignOrigin(request: FastifyRequest, { ownOrigins, log }: ApiParts, told: Set<string>): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const { origin } = request.headers;
  if (origin === undefined || ownOrigins().includes(origin)) return;
  const shown = origin.slice(0, 200);
  if (!told.has(shown) && told.size < MOST_TOLD) {
    told.add(shown);
    // Behind a proxy it may well be the server's own, until the administrator says under which address the server is reached.
    log.warn({ origin: shown, known: ownOrigins() }, "requests from another origin are refused; see --public-url");
  }
  throw new HttpRefusal(
    403,
    "wrong-origin",
    `This server does not know itself as ${shown}. If that is its address, its administrator must set --public-url to it.`,
  );
}
