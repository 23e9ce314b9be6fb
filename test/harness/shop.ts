import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { pino } from "pino";
import { atEnd } from "./endings.ts";
import { SimulatedOperator, type SimulatedOperatorOptions } from "../../bench/simulated-operator.ts";
import { SimulatedVisitor, type SimulatedVisitorOptions } from "../../bench/simulated-visitor.ts";
import { must } from "../../chat/error.ts";
import type { Me, Site, Ticket, TicketRequest } from "../../protocol/rest.ts";
import { type Config, makeConfig } from "../../server/config.ts";
import { type Options, ShopbellServer, type Started } from "../../server/server.ts";
import { freePort } from "./free-port.ts";
import { ServerProcess } from "./server-process.ts";
import { Signals } from "./signals.ts";

export const PASSWORD = "correct horse battery staple";

/** Somebody who has signed in. */
export interface Account {
  me: Me;
  /** As the browser sends it. */
  cookie: string;
}

export interface ShopOptions {
  config?: Partial<Config>;
  /** A server of its own, which can be killed. */
  process?: boolean;
  /** Where the browser's parts are, instead of where the build puts them; not for a process. */
  distFolder?: URL;
}

/** A whole installation in a folder of its own: a real server on a free port, an owner, and one site. It is gone when the test ends. */
export class Shop {
  readonly signals = new Signals();
  readonly dataFolder: string;
  readonly #t: TestContext;
  readonly #config: Partial<Config>;
  readonly #isProcess: boolean;
  readonly #options: Options;
  readonly #log: string[] = [];
  #server: ShopbellServer | ServerProcess | undefined;
  #port: number | undefined;
  #started: Started | undefined;
  #owner: Account | undefined;
  #site: Site | undefined;

  constructor(t: TestContext, dataFolder: string, { config = {}, process = false, distFolder }: ShopOptions) {
    this.#isProcess = process;
    this.#options = distFolder === undefined ? {} : { distFolder };
    this.#t = t;
    this.dataFolder = dataFolder;
    this.#config = config;
  }

  get url(): string {
    return must(this.#started, "a started server").url;
  }
  get owner(): Account {
    return must(this.#owner, "an owner: call setUp first");
  }
  get site(): Site {
    return must(this.#site, "a site: call setUp first");
  }
  get setUpLink(): string | undefined {
    return this.#started?.setUpLink;
  }

  /** What the server has logged: nothing, unless it is a process of its own or `logLevel` is configured. */
  get logLines(): readonly string[] {
    return this.#log;
  }

  /** Starts the server, again on the port it had before. */
  async start(): Promise<void> {
    this.#port ??= this.#config.port ?? (await freePort());
    const config = { ...this.#config, dataFolder: this.dataFolder, port: this.#port };
    this.#server = this.#isProcess
      ? new ServerProcess(config, (line) => this.#logged(line))
      : new ShopbellServer(makeConfig(config), {
          log: pino({ level: config.logLevel ?? "silent" }, { write: (line: string) => this.#logged(line) }),
          ...this.#options,
        });
    this.#started = await this.#server.start();
  }

  /** Stops the server in order. Gives the exit code of one that is a process of its own. */
  async stop(): Promise<number | null> {
    const code = await this.#server?.stop();
    this.#server = undefined;
    return code ?? null;
  }

  /** `kill -9`: no goodbye, nothing finished. Only where the server is a process of its own. */
  async kill(): Promise<void> {
    if (!(this.#server instanceof ServerProcess)) throw new Error("Start the shop with { process: true } to kill it.");
    await this.#server.kill();
    this.#server = undefined;
  }

  /** Makes the owner's account and the first site, as the set-up page does. */
  async setUp(origins: string[] = ["https://shop.example"]): Promise<void> {
    const ticket = must(this.#started?.setUpLink, "a set-up link").split("/").at(-1) ?? "";
    const answer = await this.request("POST", "/set-up", {
      ticket,
      account: "Northwind",
      login: "maya",
      name: "Maya Okafor",
      password: PASSWORD,
      site: {
        name: "Northwind Outdoor",
        origins,
      },
    });
    const { me, site } = (await answer.json()) as { me: Me; site: Site };
    this.#owner = { me, cookie: cookieOf(answer) };
    this.#site = site;
  }

  /** One more operator, who joins by a link as people do. @param wish the role, sites and departments; an ordinary one without. */
  async addOperator(login: string, name: string, wish: Partial<TicketRequest> = {}): Promise<Account> {
    const made = await this.request("POST", "/operators/tickets", { role: "operator", ...wish }, this.owner.cookie);
    const { ticket } = (await made.json()) as Ticket;
    const joined = await this.request("POST", "/join", { ticket, login, name, password: PASSWORD });
    const { me } = (await joined.json()) as { me: Me };
    return { me, cookie: cookieOf(joined) };
  }

  /** The same operator in one more browser. */
  async signIn(login: string): Promise<Account> {
    const answer = await this.request("POST", "/session", { login, password: PASSWORD });
    const { me } = (await answer.json()) as { me: Me };
    return { me, cookie: cookieOf(answer) };
  }

  /** A request to the REST interface that must succeed. */
  async request(method: string, path: string, body?: unknown, cookie?: string): Promise<Response> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { origin: this.url, "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert.ok(
      answer.ok,
      `${method} ${path} answered ${answer.status}: ${answer.ok ? "" : await answer.clone().text()}`,
    );
    return answer;
  }

  /** A visitor on the shop's page, connecting. */
  visitor(options: Partial<SimulatedVisitorOptions> = {}): SimulatedVisitor {
    const visitor = new SimulatedVisitor({
      server: this.url,
      siteKey: this.site.key,
      origin: "https://shop.example",
      ...options,
      onFrame: this.#wakingAfter(options.onFrame),
      onState: this.#wakingAfter(options.onState),
    });
    visitor.line.start();
    atEnd(this.#t, () => visitor.line.stop());
    return visitor;
  }

  /** An operator's console, connecting. */
  operator(account: Account = this.owner, options: Partial<SimulatedOperatorOptions> = {}): SimulatedOperator {
    const operator = new SimulatedOperator({
      server: this.url,
      cookie: account.cookie,
      ...options,
      onFrame: this.#wakingAfter(options.onFrame),
      onState: this.#wakingAfter(options.onState),
    });
    operator.line.start();
    atEnd(this.#t, () => operator.line.stop());
    return operator;
  }

  /** Tells who wants to hear of it, and then whoever waits for something to be so. */
  #wakingAfter<T>(listener: ((heard: T) => void) | undefined): (heard: T) => void {
    return (heard) => {
      listener?.(heard);
      this.signals.happened();
    };
  }

  #logged(line: string): void {
    this.#log.push(line);
    this.signals.happened();
  }

  until<T>(what: string, look: () => T | undefined | false): Promise<T> {
    return this.signals.until(what, look);
  }
}

/**
 * Starts a shop for this test; with an owner and a site unless `setUp` says otherwise. With `process` the server is a process of its
 * own, which can be killed.
 */
export async function startShop(
  t: TestContext,
  options: ShopOptions & { setUp?: boolean; origins?: string[] } = {},
): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-"));
  // A test machine may have too much to do for hours; what a server does then is the matter of one test alone.
  const config = { restartSpreadMs: 0, overloadAfterMs: 3_600_000, ...options.config };
  const shop = new Shop(t, folder, { ...options, config });
  atEnd(t, async () => {
    await shop.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await shop.start();
  if (options.setUp !== false) await shop.setUp(options.origins);
  return shop;
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
