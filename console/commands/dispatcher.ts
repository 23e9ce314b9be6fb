import { useEffect } from "react";
import { usePreferences } from "../state/preferences.ts";
import { isOffered, perform } from "./offers.ts";
import { isWindowOpen } from "./open-windows.ts";
import { keysOf } from "./own-keys.ts";
import { isPlain, type KeyPress, type Stroke, strokesOf, withAnyDigit } from "./stroke.ts";
import { type CommandOf, COMMANDS, type Place } from "./table.ts";

/** So long the second key of `G V` may take. */
const SEQUENCE_MS = 1_200;

/** What takes letters; a box to check does not. */
const WRITING = `input:not([type=checkbox], [type=radio], [type=range], [type=file]), textarea, select, [role=listbox], [role=combobox]`;

/** Where the focus is, as far as keys are concerned. */
type Focus =
  /** An open window or menu: its keys are its own. */
  | "window"
  /** The one window with commands in the table. */
  | "spelling"
  /** Somebody writes, or chooses by letters. */
  | "text"
  | "list"
  | "elsewhere";

/** Listens to the keyboard for as long as the console is on the screen. Whatever has the focus gets each key first. */
export function useDispatcher(): void {
  useEffect(() => {
    const keyboard = new Keyboard();
    const hear = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && keyboard.press(event, focusOf(event.target), event)) event.preventDefault();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, []);
}

/** What the keys mean, one after the other. */
class Keyboard {
  /** The first stroke of a sequence that has begun, in every way it may be meant; until when the second counts. */
  #begun: readonly Stroke[] = [];
  #until = 0;

  /** Does what a press is for. True: it was for us. */
  press(press: KeyPress, focus: Focus, { timeStamp, repeat }: { timeStamp: number; repeat: boolean }): boolean {
    const strokes = strokesOf(press);
    if (strokes.length === 0) return false;
    const begun = timeStamp < this.#until ? this.#begun : [];
    this.#begun = [];
    const heard = bindings(focus);
    const done = find(heard, begun, strokes);
    if (done !== undefined) return this.#do(done, strokes, repeat);
    if (begun.length > 0) {
      // The wrong second key of "G V" must not end a chat; one with Ctrl or Alt is nobody's second key.
      const alone = strokes.some(isPlain) ? undefined : find(heard, [], strokes);
      return alone !== undefined && this.#do(alone, strokes, repeat);
    }
    const begins = strokes.filter((stroke) => heard.some(({ keys }) => keys.length > 1 && keys[0] === stroke));
    if (begins.length === 0) return false;
    this.#begun = begins;
    this.#until = timeStamp + SEQUENCE_MS;
    return true;
  }

  #do({ id, repeats }: CommandOf, strokes: readonly Stroke[], isRepeat: boolean): boolean {
    const digit = Number(strokes.map((stroke) => stroke.at(-1)).find((key) => /^[1-9]$/.test(key ?? "")));
    // What is not to be repeated is still ours: the key must not begin to write where the command has led.
    if (!isRepeat || repeats === true) perform(id, digit >= 1 ? { digit } : {});
    return true;
  }
}

interface Binding {
  command: CommandOf;
  /** One stroke, or two. */
  keys: string[];
}

/** The keys that count while the focus is there. */
function bindings(focus: Focus): Binding[] {
  const commands = COMMANDS.filter((command) => command.fixed === undefined && works(command.where, focus));
  return commands.flatMap((command) =>
    keysOf(command.id)
      .filter((keys) => isHeard(keys, command.where, focus))
      .map((keys) => ({ command, keys: keys.split(" ") })),
  );
}

/** The command that the strokes end, likeliest first, and that somebody does just now. */
function find(heard: readonly Binding[], begun: readonly Stroke[], strokes: readonly Stroke[]): CommandOf | undefined {
  for (const stroke of strokes) {
    const ways = new Set([stroke, withAnyDigit(stroke)]);
    const ends = ({ keys: [first = "", second] }: Binding) =>
      begun.length === 0 ? second === undefined && ways.has(first) : begun.includes(first) && ways.has(second);
    const found = heard.find((binding) => ends(binding) && isOffered(binding.command.id));
    if (found !== undefined) return found.command;
  }
  return undefined;
}

function works(where: Place, focus: Focus): boolean {
  if (focus === "window") return false;
  if (focus === "spelling" || where === "spelling") return focus === where;
  return where !== "list" || focus === "list";
}

/** Plain keys are for writing where there is text; outside of the list they can be switched off, for whom they happen by accident. */
function isHeard(keys: string, where: Place, focus: Focus): boolean {
  if (!keys.split(" ").some((stroke) => isPlain(stroke))) return true;
  if (focus === "text" || where === "chat" || where === "spelling") return false;
  return where === "list" || usePreferences.getState().singleKeys;
}

/** Says which part of the console an element is in. Parts with keys of their own carry `data-keys`. */
function focusOf(target: EventTarget | null): Focus {
  if (isWindowOpen()) return "window";
  if (!(target instanceof HTMLElement)) return "elsewhere";
  const window = target.closest<HTMLElement>("[role=dialog], [role=alertdialog], [role=menu]");
  if (window !== null) return window.dataset["keys"] === "spelling" ? "spelling" : "window";
  if (target.isContentEditable || target.matches(WRITING)) return "text";
  // Not what is in the list, such as its heads.
  return target.dataset["keys"] === "list" ? "list" : "elsewhere";
}
