import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Bus } from "../chat/bus.ts";
import { Canned } from "../chat/canned.ts";
import { Sounds } from "../chat/sounds.ts";
import { Spelling } from "../chat/spelling.ts";
import { must } from "../chat/error.ts";
import { Histories } from "../chat/histories.ts";
import { Preferences } from "../chat/preferences.ts";
import { Staff } from "../chat/staff.ts";
import type { Store } from "../chat/store.ts";
import { LocalBus } from "./bus/local.ts";
import type { Config } from "./config.ts";
import { Account } from "./gateway/account.ts";
import { TrustedProxies } from "./gateway/client-address.ts";
import { Bans } from "./gateway/bans.ts";
import { Departments } from "./gateway/departments.ts";
import { Door } from "./gateway/door.ts";
import { openHttp } from "./gateway/http.ts";
import { Retention } from "./gateway/retention.ts";
import { hashSecret, newSecret } from "./gateway/secret.ts";
import type { PushParts } from "./gateway/push-routes.ts";
import { QueueSettings } from "./gateway/queue-settings.ts";
import { Sessions } from "./gateway/sessions.ts";
import { SignIns } from "./gateway/sign-ins.ts";
import { Sites } from "./gateway/sites.ts";
import { Sockets } from "./gateway/sockets.ts";
import { Tickets } from "./gateway/tickets.ts";
import { lockFolder } from "./lock.ts";
import { openLog } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { ownOrigins } from "./own-origins.ts";
import { consoleBuild } from "./console-build.ts";
import { demoAssetsFolder, distFolder, version } from "./package-root.ts";
import { portOf } from "./port-of.ts";
import { openSqliteStore } from "./store/sqlite.ts";
import { PushCalls } from "./push-calls.ts";
import { PushServices } from "./push-services.ts";
import { Transcripts } from "./transcripts.ts";
import { WebPush } from "./web-push.ts";
import { world } from "./world.ts";

export interface Options {
  /** Where the build put the browser's parts; by default where the build puts them. */
  distFolder?: URL;
  log?: Logger;
  /** Told when the server can do nothing any more, because its store has died. Whoever runs it should end and start it anew. */
  onDead?: () => void;
}

export interface Started {
  /** For people and for links, without a slash at the end. */
  url: string;
  port: number;
  /** As long as there is no owner: the one-time link that makes one. */
  setUpLink?: string;
  /** The port for Prometheus, if there is one. */
  metricsPort?: number;
}

/** Requests under way when the server stops get this long; together with the sockets' goodbye it stays well within five seconds. */
const LAST_REQUESTS_MS = 1_500;

/**
 * Connections that wait to be taken: more than any system allows, which gives what it allows (net.core.somaxconn, 4,096 on Linux) and not Node's 511.
 * When everybody comes back at once, whoever finds the queue full tries again after one, three and seven seconds.
 */
const MOST_WAITING = 65_535;

/** The program: everything between `start` and `stop`. Two of them in one process need only two folders. */
export class ShopbellServer {
  readonly #config: Config;
  readonly #options: Options;
  readonly #log: Logger;
  /** How to undo what has been started, last first. */
  readonly #undo: (() => void | Promise<void>)[] = [];
  #status: "new" | "starting" | "ok" | "stopping" = "new";
  #origins: readonly string[] = [];
  #starting: Promise<Started> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(config: Config, options: Options = {}) {
    this.#config = config;
    this.#options = options;
    this.#log = options.log ?? openLog(config.logLevel);
  }

  /** Once. When it fails, nothing stays behind. */
  async start(): Promise<Started> {
    if (this.#status !== "new") throw new Error("A server is started once; make a new one.");
    this.#status = "starting";
    this.#starting = this.#start();
    try {
      return await this.#starting;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Stops accepting, says goodbye to the sockets with a time to come back, writes what is to be written. Can be called twice. */
  async stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    await this.#stopping;
  }

  async #start(): Promise<Started> {
    const config = this.#config;
    const { store, bus, metrics } = await this.#openFolder();
    const secret = await store.putSettingOnce("secret", newSecret());
    const folderOfPages = this.#options.distFolder ?? distFolder;
    const secure = config.publicUrl?.startsWith("https:") ?? false;
    const own = (): readonly string[] => this.#origins;
    const account = new Account(store);
    const sites = new Sites({ store, bus, world, most: config.sites, ownOrigins: own });
    const installation = hashSecret(`cookie ${secret}`).slice(0, 8);
    const sessions = new Sessions({ store, bus, world, sessionMs: config.sessionMs, secure, installation });
    const tickets = new Tickets({ store, world, ticketMs: config.ticketMs });
    await account.load();
    const departments = new Departments({ store, bus, world, most: config.departments });
    const staff = new Staff({ store, bus, world });
    const queueSettings = new QueueSettings({ store, bus, departments });
    const bans = new Bans({ store, bus, world, most: config.bans });
    const retention = new Retention({ store, world, log: this.#log });
    this.#undo.push(() => retention.close());
    for (const kept of [sites, departments, staff, bans, queueSettings]) {
      await kept.load();
      this.#undo.push(() => kept.close());
    }
    const { transcriptsFolder: folder, transcriptName: pattern } = config;
    if (folder !== undefined) {
      await mkdir(folder, { recursive: true, mode: 0o700 }); // a folder that cannot be is found out now
      const siteName = (site: string): string => sites.byId(site)?.name ?? "";
      const transcripts = new Transcripts({ store, bus, log: this.#log, folder, pattern, siteName });
      this.#undo.push(() => transcripts.close());
    }

    const push = await this.#openPush(store, bus, (site) => sites.byId(site)?.name ?? "");

    const sockets = new Sockets({
      world,
      store,
      bus,
      sites,
      queueSettings,
      departments,
      staff,
      bans,
      sessions,
      secret,
      log: this.#log,
      bounds: config,
      account: () => account.name(),
      build: await consoleBuild(folderOfPages),
      trustedProxies: config.trustedProxies,
      ownOrigins: () => [...this.#origins],
    });
    const proxies = new TrustedProxies(config.trustedProxies);
    const startedAt = performance.now();
    const app = await openHttp({
      log: this.#log,
      version,
      secure,
      bodyBytes: config.bodyBytes,
      status: () => (this.#status === "new" ? "starting" : this.#status),
      uptimeSeconds: () => Math.floor((performance.now() - startedAt) / 1000),
      clientOf: (request) => ({ address: proxies.clientAddress(request), forwarded: proxies.forwarding(request) }),
      api: {
        store,
        bus,
        world,
        log: this.#log,
        version,
        bounds: config,
        account,
        sites,
        preferences: new Preferences({ store, bus, bounds: config }),
        sounds: new Sounds({ world, store, bus, bounds: config }),
        spelling: new Spelling({ world, store, bus, bounds: config }),
        queueSettings,
        departments,
        staff,
        push,
        histories: new Histories(store, config),
        canned: new Canned({
          world,
          store,
          bus,
          bounds: config,
          isDepartment: (id) => departments.byId(id) !== undefined,
        }),
        bans,
        retention,
        sessions,
        tickets,
        signIns: new SignIns({ store, world, log: this.#log, bounds: config }),
        door: new Door(sessions, () => account.name()),
        ownOrigins: own,
        addressOf: (request) => proxies.clientAddress(request.raw),
      },
      pages: {
        secure,
        distFolder: folderOfPages,
        demoSite: () => sites.first(),
        demo: {
          assetsFolder: demoAssetsFolder,
          // Most servers are never asked for it.
          render: async (path, chat) => (await import("../demo/shop.ts")).renderDemoPage(path, chat),
        },
      },
    });
    const port = await this.#openDoor(app, sockets);
    metrics?.count(() => sockets.counts());
    const { metricsPort: wished = 0, metricsHost } = config;
    const metricsPort = await metrics?.listen(wished, metricsHost);
    const url = must(this.#origins[0], "an origin of one's own");
    const setUp = account.needsSetUp() ? { setUpLink: `${url}/console/#/set-up/${await tickets.makeForOwner()}` } : {};
    retention.start();
    this.#status = "ok";
    this.#log.info({ port, version }, "started");
    return { url, port, ...setUp, ...(metricsPort === undefined ? {} : { metricsPort }) };
  }

  /** Web Push, if anybody can be found behind it: the push services want that. */
  async #openPush(store: Store, bus: Bus, siteName: (site: string) => string): Promise<PushParts> {
    const config = this.#config;
    const services = new PushServices(config.pushServices);
    this.#undo.push(() => services.agent.destroy());
    const allow = (endpoint: string): boolean => services.allow(endpoint);
    const contact = config.pushContact ?? config.publicUrl;
    if (contact === undefined || contact.startsWith("http:")) return { allow };
    const { agent } = services;
    const webPush = await WebPush.open({ store, contact, agent, timeoutMs: config.pushTimeoutMs });
    const call: WebPush["call"] = (to, word, seconds) => webPush.call(to, word, seconds);
    const calls = new PushCalls({ store, bus, world, log: this.#log, siteName, call, bounds: config });
    this.#undo.push(() => calls.close());
    return { publicKey: webPush.publicKey, allow };
  }

  async #openFolder(): Promise<{ store: Store; bus: Bus; metrics?: Metrics }> {
    const { dataFolder, metricsPort, waitingCalls, callsPerGroup, storeCacheBytes } = this.#config;
    await mkdir(dataFolder, { recursive: true, mode: 0o700 }); // what visitors wrote is nobody else's on this computer
    const unlock = lockFolder(dataFolder);
    this.#undo.push(unlock);
    const file = join(dataFolder, "shopbell.sqlite");
    const store = await openSqliteStore({
      file,
      waitingCalls,
      callsPerGroup,
      cacheKiB: Math.ceil(storeCacheBytes / 1_024),
      onDead: (error) => {
        this.#log.fatal({ err: error }, "the store has died");
        this.#options.onDead?.();
      },
    });
    this.#undo.push(() => store.close());
    const bus = new LocalBus((error) => this.#log.error({ err: error }, "an announcement was not heard by all"));
    this.#undo.push(() => bus.close());
    if (metricsPort === undefined) return { store, bus };
    const { Metrics: Figures } = await import("./metrics.ts"); // its library is loaded only where it is asked for
    const metrics = new Figures(bus);
    this.#undo.push(() => metrics.close());
    return { store: metrics.watch(store), bus, metrics };
  }

  /** Lets people in; gives the port. */
  async #openDoor(app: FastifyInstance, sockets: Sockets): Promise<number> {
    app.server.on("upgrade", (request, socket, head) => sockets.upgrade(request, socket, head));
    this.#undo.push(async () => {
      const closed = app.close(); // nobody comes in from here on; it is done when the last line is down
      await sockets.close();
      const patience = setTimeout(() => app.server.closeAllConnections(), LAST_REQUESTS_MS);
      await closed;
      clearTimeout(patience);
    });
    await sockets.start();
    const { host, port } = this.#config;
    await app.listen({ host, port, backlog: MOST_WAITING });
    const actual = portOf(app.server);
    this.#origins = ownOrigins(this.#config, actual);
    return actual;
  }

  async #stop(): Promise<void> {
    await this.#starting?.catch(() => undefined); // whoever called start has been told
    const wasUp = this.#status === "ok";
    this.#status = "stopping";
    const failures: unknown[] = [];
    for (let undo = this.#undo.pop(); undo !== undefined; undo = this.#undo.pop()) {
      try {
        await undo();
      } catch (error) {
        failures.push(error); // the rest is to be undone all the same
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "The server could not be stopped cleanly.");
    if (wasUp) this.#log.info("stopped");
  }
}
