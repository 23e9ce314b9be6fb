import type { Key } from "../strings/catalogue.ts";
import type { Platform } from "./platform.ts";
import { DIGIT, isHeld, isPlain, partsOf, type Stroke } from "./stroke.ts";
import type { Place } from "./table.ts";

/** Why keys cannot be given to a command. */
export type Refusal = "browser" | "reader" | "system" | "writes" | "moves" | "plain" | "digit";

/** The sentences, which take `{keys}`. */
export const REFUSALS: { readonly [why in Refusal]: Key } = {
  browser: "commands.refusedBrowser",
  reader: "commands.refusedReader",
  system: "commands.refusedSystem",
  writes: "commands.refusedWrites",
  moves: "commands.refusedMoves",
  plain: "commands.refusedPlain",
  digit: "commands.refusedDigit",
};

/** With the key for commands (Ctrl; on a Mac, ⌘): windows, tabs, pages, search, zoom, and the editing of text. */
const BROWSER = keySet("ABCDEFGHIJKLNOPRSTUVWXYZ0123456789-=", ["Plus", "Tab", "Enter", "F4", "PgUp", "PgDn", DIGIT]);
/** The same with Shift: private windows, closed tabs, tools for developers, bookmarks. */
const BROWSER_SHIFT = keySet("ABCDEGIJKMNOPQRTVWZ", ["Tab", "Del", "PgUp", "PgDn"]);
/** With Alt: the address bar, the menus of Chromium and Edge, those of Firefox in English and in German, pages back and forth. */
const BROWSER_ALT = keySet("ABCDEFHLSTVX", ["Left", "Right", "Home", "F4", "Enter"]);
/** Of no text, but of everything that is moved about in and pressed. */
const MOVES = new Set(
  ["Enter", "Space", "Tab", "Esc", "Del", "Backspace", "Ins", "Menu", "Up", "Down", "Left", "Right"].concat([
    "Home",
    "End",
    "PgUp",
    "PgDn",
  ]),
);
const FUNCTIONS = new Set(["F1", "F3", "F5", "F6", "F7", "F10", "F11", "F12"]);

/** Why these keys cannot be a command's; undefined = they can. `anyDigit`: the command is for the keys 1 to 9. */
export function refusalOf(
  keys: string,
  { where, anyDigit }: { where: Place; anyDigit: boolean },
  platform: Platform,
): Refusal | undefined {
  const strokes = keys.split(" ");
  const digits = strokes.filter((stroke) => partsOf(stroke).key === DIGIT).length;
  if (digits !== (anyDigit ? 1 : 0)) return "digit";
  for (const stroke of strokes) {
    const why = isHeld(stroke) ? ofHeld(stroke, platform) : ofAlone(stroke);
    if (why !== undefined) return why;
  }
  // What is for somebody who writes must not need a letter that would be written.
  return where === "chat" && strokes.some(isPlain) ? "plain" : undefined;
}

function ofAlone(stroke: Stroke): Refusal | undefined {
  const { key } = partsOf(stroke);
  if (MOVES.has(key)) return "moves";
  return FUNCTIONS.has(key) ? "browser" : undefined;
}

function ofHeld(stroke: Stroke, platform: Platform): Refusal | undefined {
  const { modifiers, key } = partsOf(stroke);
  const held = modifiers.filter((modifier) => modifier !== "Shift").join("+");
  const shift = modifiers.includes("Shift");
  if (key === "Ins") return "reader";
  if (platform === "mac") {
    if (held === "Ctrl+Alt") return "reader";
    if (held.includes("Alt")) return "writes";
    if (held === "Ctrl") return !shift && MOVES.has(key) ? "system" : undefined;
    if (held !== "Meta") return "system";
    return (shift ? BROWSER_SHIFT : BROWSER).has(key) || /^[HMQ]$/.test(key) || MOVES.has(key) ? "browser" : undefined;
  }
  if (held.includes("Meta")) return "system";
  // AltGr, which writes on most keyboards; with it NVDA, JAWS and Orca are also started and steered.
  if (held === "Ctrl+Alt") return "writes";
  if (held === "Ctrl")
    return (shift ? BROWSER_SHIFT : BROWSER).has(key) || FUNCTIONS.has(key) ? "browser" : ofCtrlMove(key);
  if (/^F\d+$|^Tab$|^Space$|^Esc$/.test(key)) return "system";
  if (platform === "linux" && !shift && (key === DIGIT || /^\d$/.test(key))) return "browser";
  return !shift && BROWSER_ALT.has(key) ? "browser" : undefined;
}

/** Ctrl with an arrow moves by words, with Delete deletes one, alone stops a screen reader. */
function ofCtrlMove(key: string): Refusal | undefined {
  return MOVES.has(key) ? "moves" : undefined;
}

function keySet(letters: string, names: readonly string[]): ReadonlySet<string> {
  return new Set(letters.split("").concat(names));
}
