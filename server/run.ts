import type { Logger } from "pino";
import { type Config, ConfigError, describeSettings, readConfig } from "./config.ts";
import { yieldHelperThreads } from "./helper-threads.ts";
import { FolderInUseError } from "./lock.ts";
import { openLog } from "./log.ts";
import { version } from "./package-root.ts";
import { isLoopback } from "./own-origins.ts";
import { ShopbellServer, type Started } from "./server.ts";

/** A stop that takes longer has gone wrong. */
const STOP_LIMIT_MS = 5_000;
/** npm passes on the signal that the terminal has sent to the whole group already; no person is as fast. */
const SAME_SIGNAL_MS = 250;

/** The command: reads the settings, runs the server until a signal comes, and sets the exit code. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    const wish = readConfig(args, process.env);
    switch (wish.do) {
      case "help":
        return say(helpText());
      case "version":
        return say(`${version}\n`);
      case "doctor":
        return await askDoctor(wish.config, wish.json);
      case "doctor-server":
        return await (await import("./doctor/measured-server.ts")).serveForDoctor();
      case "start":
        return await serve(wish.config);
    }
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** Imported only here: a server does not need it. */
async function askDoctor(config: Config, json: boolean): Promise<void> {
  const [{ examine }, { show }] = await Promise.all([import("./doctor/doctor.ts"), import("./doctor/show.ts")]);
  const report = await examine(config);
  say(json ? `${JSON.stringify(report, null, 2)}\n` : show(report));
  if (!report.ok) process.exitCode = 1;
}

async function serve(config: Config): Promise<void> {
  const log = openLog(config.logLevel);
  const server = new ShopbellServer(config, { log, onDead: () => process.exit(1) });
  process.on("uncaughtException", (error) => {
    // What is on disk is whole, and who wrote something that is not there has it still; to go on in an unknown state would be worse.
    log.fatal({ err: error }, "a bug stopped the server");
    process.exit(1);
  });
  stopOnSignal(server, log);
  if (!isLoopback(config.host) && !config.publicUrl?.startsWith("https:")) {
    log.warn(
      "passwords may cross the network unencrypted; put a proxy that speaks https in front, and set --public-url",
    );
  }
  say(welcomeText(await server.start(), config));
  yieldHelperThreads();
}

/** The first signal stops the server in order, the second at once. */
function stopOnSignal(server: ShopbellServer, log: Logger): void {
  let firstAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals, number: number): void => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt > SAME_SIGNAL_MS) process.exit(128 + number);
      return;
    }
    firstAt = performance.now();
    log.info({ signal }, "stopping");
    setTimeout(() => {
      log.fatal("the server did not stop in time");
      process.exit(1);
    }, STOP_LIMIT_MS).unref();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, "the server did not stop in order");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  process.on("SIGHUP", onSignal); // the terminal was closed
}

function say(text: string): void {
  process.stdout.write(text);
}

function welcomeText({ url, setUpLink, metricsPort }: Started, config: Config): string {
  const lines = [`Shopbell ${version} is ready.`, "", `  Console    ${url}/console/`, `  Demo shop  ${url}/demo/`];
  if (metricsPort !== undefined) lines.push(`  Metrics    http://${config.metricsHost}:${metricsPort}/metrics`);
  if (isLoopback(config.host) && config.publicUrl === undefined)
    lines.push("", "  Only this computer can reach it; see --host, or put a proxy in front.");
  if (setUpLink !== undefined) lines.push("", "  To set up, open this link. It works once:", `  ${setUpLink}`);
  return `${lines.join("\n")}\n\nCtrl+C stops it.\n`;
}

function helpText(): string {
  return `Shopbell ${version}: the bell on a website's door.

Usage: shopbell [settings]
       shopbell doctor [settings] [--json]

The second looks at this machine with the same settings: what would go wrong, what to do about it, and how many visitors it carries.

Each setting is a flag, or an environment variable, or has its default; a flag goes before a variable.

${describeSettings()}

  -h, --help      Shows this.
  -v, --version   Shows the version.
`;
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof FolderInUseError) return error.message;
  if (!(error instanceof Error)) return `Shopbell could not start: ${String(error)}`;
  const { code = "", address, port, path } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} of ${address} is taken by another program. Stop that one, or choose another (--port, --metrics-port).`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `This computer has no address ${address ?? "of that name"} to listen on; see --host.`;
    case "EACCES":
      return path === undefined
        ? `Port ${port} is not open to this user; choose one above 1023 with --port.`
        : `The folder ${path} cannot be written; choose another with --data.`;
    default:
      return `Shopbell could not start: ${error.message}`;
  }
}
