import { parseArgs } from "node:util";
import type { Kind, Setting } from "./setting.ts";
import { SETTINGS } from "./settings.ts";

type Value<S> = S extends { kind: Kind<infer T> } ? T : never;

/** What the program was started with. Frozen; times in milliseconds, sizes in bytes. */
export type Config = { readonly [Name in keyof typeof SETTINGS]: Value<(typeof SETTINGS)[Name]> };

/** A value that cannot be used, in one sentence for the person who gave it. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

export type Wish =
  | { do: "start"; config: Config }
  | { do: "doctor"; config: Config; json: boolean }
  /** The server that the doctor measures, in a process of its own. */
  | { do: "doctor-server" }
  | { do: "help" }
  | { do: "version" };

type Environment = Readonly<Record<string, string | undefined>>;
/** The table as it is walked through: of its kinds only what is the same for all matters. */
const ENTRIES = Object.entries(SETTINGS) as [keyof Config, Setting<unknown>][];

/**
 * Reads the command line and the environment; a flag goes before its variable, and a variable before the default.
 * @throws ConfigError
 */
export function readConfig(args: readonly string[], environment: Environment): Wish {
  const [command, ...rest] = args;
  if (command === "doctor-server") return { do: command };
  if (command === "doctor") {
    const wish = readConfig(
      rest.filter((arg) => arg !== "--json"),
      environment,
    );
    return wish.do === "start" ? { do: "doctor", config: wish.config, json: rest.includes("--json") } : wish;
  }
  const flags = readFlags(args);
  if (flags.has("help")) return { do: "help" };
  if (flags.has("version")) return { do: "version" };
  const values: Partial<Record<keyof Config, unknown>> = {};
  for (const [name, setting] of ENTRIES) {
    const variable = variableOf(setting);
    const flag = flags.get(setting.flag);
    if (flag !== undefined) values[name] = readValue(`--${setting.flag}`, flag, setting.kind);
    else if (environment[variable]) values[name] = readValue(variable, environment[variable], setting.kind);
  }
  return { do: "start", config: makeConfig(values as Partial<Config>) };
}

/**
 * A whole configuration, from the defaults and what differs from them.
 * @throws ConfigError when values do not go together
 */
export function makeConfig(given: Partial<Config>): Config {
  const defaults = Object.fromEntries(ENTRIES.map(([name, { fallback }]) => [name, fallback]));
  const config = Object.freeze({ ...defaults, ...given } as Config);
  // A control character takes six bytes as JSON, and no character takes more; the rest is the frame's own words.
  const frameNeeds = 6 * config.textLength + 1_024;
  if (config.frameBytes < frameNeeds) {
    const shown = SETTINGS.frameBytes.kind.show(Math.ceil(frameNeeds / 1_024) * 1_024);
    throw new ConfigError(`A text of ${config.textLength} characters needs a --frame-size of at least ${shown}.`);
  }
  return config;
}

/** What `--help` prints below its first lines: each setting with its variable, its default and its sentence. */
export function describeSettings(): string {
  return ENTRIES.map(([, setting]) => {
    const { flag, kind, fallback, help } = setting;
    const head = `  --${flag} ${kind.word}`.padEnd(34);
    return `${head}${variableOf(setting).padEnd(32)}${kind.show(fallback)}\n      ${help}`;
  }).join("\n");
}

function variableOf(setting: Setting<unknown>): string {
  return setting.variable ?? `SHOPBELL_${setting.flag.toUpperCase().replaceAll("-", "_")}`;
}

function readFlags(args: readonly string[]): Map<string, string> {
  const options = Object.fromEntries(ENTRIES.map(([, { flag }]) => [flag, { type: "string" as const }]));
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...options, help: { type: "boolean", short: "h" }, version: { type: "boolean", short: "v" } },
    strict: false,
    tokens: true,
  });
  const flags = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional")
      throw new ConfigError(`"${token.value}" stands alone; --help lists what can be given.`);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (name === "help" || name === "version") flags.set(name, "");
    else if (!Object.hasOwn(options, name))
      throw new ConfigError(`There is no ${rawName}; --help lists what there is.`);
    else if (value === undefined) throw new ConfigError(`${rawName} needs a value.`);
    else flags.set(name, value);
  }
  return flags;
}

function readValue(name: string, given: string, kind: Kind<unknown>): unknown {
  const result = kind.schema.safeParse(given.trim());
  if (result.success) return result.data;
  throw new ConfigError(`${name} must be ${kind.expects}, not "${given}".`);
}
