import { t } from "../strings/t.ts";
import type { Key } from "../strings/catalogue.ts";
import { keysOf, useKeysOf } from "./own-keys.ts";
import { PLATFORM } from "./platform.ts";
import { partsOf, type Stroke } from "./stroke.ts";
import type { CommandId } from "./table.ts";

const MAC: { readonly [name: string]: string } = { Ctrl: "⌃", Alt: "⌥", Shift: "⇧", Meta: "⌘", Del: "⌦" };
const SIGNS: { readonly [name: string]: string } = { Up: "↑", Down: "↓", Left: "←", Right: "→", Enter: "↵", Plus: "+" };
/** What stands on the key in the operator's language. */
const WORDS: { readonly [name: string]: Key } = {
  Ctrl: "commands.keyCtrl",
  Shift: "commands.keyShift",
  Space: "commands.keySpace",
  Home: "commands.keyHome",
  End: "commands.keyEnd",
  PgUp: "commands.keyPgUp",
  PgDn: "commands.keyPgDn",
  Del: "commands.keyDel",
  Ins: "commands.keyIns",
  Menu: "commands.keyMenu",
};
/** As assistive technology wants them (aria-keyshortcuts); other names are the same. */
const ARIA: { readonly [name: string]: string } = {
  Ctrl: "Control",
  Up: "ArrowUp",
  Down: "ArrowDown",
  Left: "ArrowLeft",
  Right: "ArrowRight",
  Esc: "Escape",
  Del: "Delete",
  Ins: "Insert",
  PgUp: "PageUp",
  PgDn: "PageDown",
  Menu: "ContextMenu",
};

/** A stroke as it stands on the keyboard: `Ctrl+K`, `⌘K`, `Strg+↵`. */
export function printed(stroke: Stroke): string {
  const { modifiers, key } = partsOf(stroke);
  const names = [...modifiers, key].map((name) => (PLATFORM === "mac" && MAC[name]) || SIGNS[name] || word(name));
  return names.join(PLATFORM === "mac" ? "" : "+");
}

/** Keys for a sentence or a title: `Alt+N`, or `G, then V`. */
export function keysInWords(keys: string): string {
  const [first = "", second] = keys.split(" ").map(printed);
  return second === undefined ? first : t("commands.sequence", { first, second });
}

/** What a button says of itself to the mouse, and to assistive technology: its name with its keys, and the keys alone. */
export function useTitle(
  label: string,
  command: CommandId | undefined,
): { title: string; shortcuts: string | undefined } {
  const keys = useKeysOf(command);
  const [first] = keys;
  return {
    title: first === undefined ? label : t("commands.withKeys", { label, keys: keysInWords(first) }),
    shortcuts: ariaOf(keys),
  };
}

/** The value of `aria-keyshortcuts`, which knows no keys one after the other. */
export function shortcutsOf(id: CommandId): string | undefined {
  return ariaOf(keysOf(id));
}

function ariaOf(keys: readonly string[]): string | undefined {
  const told = keys.filter((text) => !text.includes(" ") && !text.includes("…"));
  if (told.length === 0) return undefined;
  const name = (part: string) => ARIA[part] ?? part;
  return told.map((stroke) => stroke.split("+").map(name).join("+")).join(" ");
}

function word(name: string): string {
  const key = WORDS[name];
  return key === undefined ? name : t(key);
}
