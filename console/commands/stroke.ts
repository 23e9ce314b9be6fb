/**
 * A stroke is what is pressed at once, as text: `Ctrl`, `Alt`, `Shift` and `Meta`, in this order, and the key: `Ctrl+Shift+K`, `?`,
 * `Alt+Down`. Keys of a command are one stroke, or two that are pressed one after the other: `G V`.
 */
export type Stroke = string;

/** What is needed of a `KeyboardEvent`. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  keyCode: number;
  getModifierState(name: string): boolean;
}

/** Stands in a table for any of the keys 1 to 9. */
export const DIGIT = "1…9";

const NAMES: { readonly [key: string]: string } = {
  " ": "Space",
  "+": "Plus",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  Escape: "Esc",
  Delete: "Del",
  Insert: "Ins",
  PageUp: "PgUp",
  PageDown: "PgDn",
  ContextMenu: "Menu",
};
const MODIFIERS = ["Ctrl", "Alt", "Shift", "Meta"] as const;
/** Pressed with others, or the sign of an input method at work: no strokes of their own. */
const NO_KEYS =
  /^(?:Control|Alt|AltGraph|Shift|Meta|OS|Fn|FnLock|Hyper|Super|CapsLock|NumLock|ScrollLock|Symbol|SymbolLock|Dead|Process|Unidentified|Compose|Convert|NonConvert|KanaMode|KanjiMode|Hiragana|Katakana|Eisu|.*Lang\d?|ModeChange|JunjaMode|HangulMode|HanjaMode)$/;

/**
 * The strokes that a press may be meant as, the likeliest first: what the key writes, so that `?` is `?` on every keyboard; and where
 * that is no Latin letter or digit (another script, or what a modifier makes of the key), the letter or digit that stands there on
 * most keyboards. None while an input method composes.
 */
export function strokesOf(press: KeyPress): Stroke[] {
  // 229: what Safari says for a key that its input method uses.
  if (press.isComposing || press.keyCode === 229) return [];
  // AltGr, which some systems report as Ctrl and Alt, writes characters.
  const writes = press.getModifierState("AltGraph");
  const ctrl = press.ctrlKey && !writes;
  const alt = press.altKey && !writes;
  const held = ctrl || alt || press.metaKey;
  const byPlace = placeOf(press.code);
  const found: Stroke[] = [];
  const add = (name: string, shift: boolean) => {
    const stroke = join({ Ctrl: ctrl, Alt: alt, Shift: shift, Meta: press.metaKey }, name);
    if (!found.includes(stroke)) found.push(stroke);
  };
  if (!NO_KEYS.test(press.key)) add(nameOf(press.key), press.shiftKey && countsShift(press.key));
  if (byPlace !== undefined && !writes && hidesPlace(press.key, byPlace, held)) add(byPlace, press.shiftKey);
  return found;
}

/** The stroke that says the same for any of 1 to 9, where it is one of these. */
export function withAnyDigit(stroke: Stroke): Stroke | undefined {
  return /(?:^|\+)[1-9]$/.test(stroke) ? stroke.slice(0, -1) + DIGIT : undefined;
}

/** A stroke, taken apart. */
export function partsOf(stroke: Stroke): { modifiers: string[]; key: string } {
  const parts = stroke.split("+");
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? "" };
}

/** Whether a key would write something, or move the cursor, where there is text. */
export function isPlain(stroke: Stroke): boolean {
  return !isHeld(stroke) && !/F\d+$/.test(stroke);
}

/** Whether more is held than Shift. */
export function isHeld(stroke: Stroke): boolean {
  return partsOf(stroke).modifiers.some((modifier) => modifier !== "Shift");
}

/** Whether a text, perhaps kept by another version, is the keys of a command. */
export function isKeys(text: unknown): text is string {
  if (typeof text !== "string" || text.length > 60) return false;
  const strokes = text.split(" ");
  return strokes.length <= 2 && strokes.every((stroke) => isStroke(stroke));
}

function isStroke(stroke: string): boolean {
  const { modifiers, key } = partsOf(stroke);
  const places = modifiers.map((name) => MODIFIERS.findIndex((modifier) => modifier === name));
  const inOrder = places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));
  return inOrder && (isCharacter(key) || key === DIGIT || /^[A-Z][A-Za-z0-9]+$/.test(key));
}

/** Whether what the key writes says nothing about a key of the table. Signs do: `Ctrl+,` is not `Ctrl+W`, wherever the comma stands. */
function hidesPlace(key: string, place: string, held: boolean): boolean {
  const isSign = isCharacter(key) && !/^[a-z0-9]$/i.test(key);
  if (!isLetter(place)) return held && isSign;
  const isForeign = isSign && (key.codePointAt(0) ?? 0) > 127;
  return (isForeign && (held || isLetter(key))) || (held && key === "Dead");
}

function join(held: Record<(typeof MODIFIERS)[number], boolean>, name: string): Stroke {
  return [...MODIFIERS.filter((modifier) => held[modifier]), name].join("+");
}

function nameOf(key: string): string {
  return NAMES[key] ?? (isCharacter(key) ? key.toUpperCase() : key);
}

/** What Shift makes of a sign is another sign already; of letters and of keys that write nothing it is a part of the stroke. */
function countsShift(key: string): boolean {
  return !isCharacter(key) || isLetter(key) || key === " ";
}

/** Of the keys that browsers name in words, none has one letter. */
function isCharacter(key: string): boolean {
  return /^.$/u.test(key);
}

function isLetter(key: string): boolean {
  return /^\p{L}$/u.test(key);
}

function placeOf(code: string): string | undefined {
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
}
