import { parseAst } from "vite";

/** Names that mean something only within the scripts that are given. */
export interface OwnNames {
  /** Of properties: none that is sent, stored, read of the page or the browser, or looked up by a text. */
  properties: readonly string[];
  /** Of the style sheets' variables, without the dashes. */
  variables: readonly string[];
}

/** Gives our own names the same short ones in all of these scripts, which belong together. Throws for a name that is in none of them. */
export function shortenNames(scripts: readonly string[], { properties, variables }: OwnNames): string[] {
  const found = scripts.map(propertiesOf);
  const counts = new Map<string, number>();
  for (const { name } of found.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const gone = properties.filter((name) => !counts.has(name));
  if (gone.length > 0) throw new Error(`No script has a property ${gone.join(", ")}.`);
  const often = properties.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const short = pairUp(often, (name) => counts.has(name));
  const shortVariables = pairUp(variables, () => false);
  return scripts.map((script, index) =>
    renamed(script, found[index] ?? [], short).replace(/--([a-z-]+)/g, (whole, name: string) => {
      const now = shortVariables.get(name);
      return now === undefined ? whole : `--${now}`;
    }),
  );
}

/** Where a property's name stands; `{ name }` stands for `{ name: name }`. */
interface Place {
  name: string;
  start: number;
  end: number;
  isShorthand: boolean;
}

type Name = Omit<Place, "isShorthand"> & { type: string };

function propertiesOf(script: string): Place[] {
  const places: Place[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) walk(each);
    if (typeof part !== "object" || part === null || !("type" in part)) return;
    const node = part as Record<string, unknown>;
    const name = (node["property"] ?? node["key"]) as Name | undefined;
    if (name?.type === "Identifier" && node["computed"] === false)
      places.push({ name: name.name, start: name.start, end: name.end, isShorthand: node["shorthand"] === true });
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseAst(script));
  return places.sort((a, b) => a.start - b.start);
}

function renamed(script: string, places: readonly Place[], short: ReadonlyMap<string, string>): string {
  let result = "";
  let at = 0;
  for (const { name, start, end, isShorthand } of places) {
    const now = short.get(name);
    // The two names of a shorthand are at the same place, and are one.
    if (now === undefined || start < at) continue;
    result += script.slice(at, start) + now + (isShorthand ? `:${name}` : "");
    at = end;
  }
  return result + script.slice(at);
}

function pairUp(names: readonly string[], isTaken: (name: string) => boolean): Map<string, string> {
  const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
  const free = ["", ...letters]
    .flatMap((first) => letters.map((second) => first + second))
    .filter((name) => !isTaken(name));
  return new Map(names.map((name, index) => [name, free[index] ?? name]));
}
