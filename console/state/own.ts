import { create } from "zustand";
import { ApiError, get, put } from "./api.ts";
import { on } from "./connection.ts";
import { readKept, writeKept } from "./kept.ts";
import { useMe } from "./me.ts";
import { fieldsOf, isSameJson, type Kept, parseKept } from "./own-kept.ts";

/** Whose preferences are shown before it is known who is signed in: those of whoever was here last. */
const LAST = "shopbell.operator";

let operator = readKept(LAST) ?? "";
/** What the server has; undefined until it has told. */
let known: Map<string, unknown> | undefined;
/** Names that the line told of while the server was being asked: what it answers may be older. */
let heardMeanwhile = new Set<string>();
let onRefused: (problem: unknown) => void = () => {};
const stores = new Map<string, Own>();

/**
 * A preference of the person who is signed in, the same in every browser: the server keeps it, and this browser a copy for the first paint.
 * `read` makes sense of whatever was kept; what is missing or makes none is as it is at first. `change` is seen at once, kept by the
 * server as soon as it can be reached, and told to the operator's other windows.
 */
export function ownStore<T extends object>(name: string, read: (kept: unknown) => T) {
  const useStore = create<T>(() => read(shownOf(name)));
  const own = new Own(name, (value) => useStore.setState(read(value), true));
  stores.set(name, own);
  if (known !== undefined) own.told(known.get(name));
  const change = (part: Partial<T>): void => {
    useStore.setState(part);
    own.changed(part, useStore.getState());
  };
  return { useStore, change };
}

/** Called when the server would not keep a preference; set once, by the shell. */
export function setOnRefused(listener: (problem: unknown) => void): void {
  onRefused = listener;
}

/** One preference on its way between this window and the server. */
class Own {
  readonly #name: string;
  readonly #show: (value: unknown) => void;
  #isSending = false;
  /** What the line told of while something was being sent: the server may have taken that first, or last. */
  #heard: Kept | undefined;

  constructor(name: string, show: (value: unknown) => void) {
    this.#name = name;
    this.#show = show;
  }

  changed(part: object, whole: object): void {
    // Who chooses before signing in chooses for whoever then signs in.
    if (useMe.getState().me === undefined) return keepForGuest(this.#name, { ...guestOf(this.#name), ...part });
    keep(this.#name, { value: whole, unsent: true });
    void this.#send();
  }

  /** What the server has. What it has not been told yet comes after that. */
  told(value: unknown): void {
    const guest = guestOf(this.#name);
    if (guest !== undefined) {
      keepForGuest(this.#name, undefined);
      const whole = { ...fieldsOf(value), ...guest };
      this.#show(whole);
      this.changed(guest, whole);
    } else if (this.#isSending) {
      this.#heard = { value };
    } else if (copyOf(this.#name).unsent === true) {
      void this.#send();
    } else {
      keep(this.#name, { value });
      this.#show(value);
    }
  }

  /** Another operator has signed in, or another window has changed the copy. */
  reread(): void {
    this.#show(shownOf(this.#name));
  }

  async #send(): Promise<void> {
    if (this.#isSending || useMe.getState().me === undefined) return;
    this.#isSending = true;
    const whose = operator;
    const sent: unknown[] = [];
    try {
      for (;;) {
        const { value, unsent } = copyOf(this.#name);
        if (unsent !== true || whose !== operator) break;
        sent.push(value);
        await put(`/me/preferences/${this.#name}`, { value });
        if (whose === operator && isSameJson(copyOf(this.#name).value, value)) keep(this.#name, { value });
      }
    } catch (problem) {
      // Unreachable: it is sent when the line is back. Refused: the person is told, and it holds in this browser.
      if (!(problem instanceof ApiError) || problem.status !== 0) onRefused(problem);
    } finally {
      this.#isSending = false;
      const heard = this.#heard;
      this.#heard = undefined;
      const isOwnEcho = heard !== undefined && sent.some((value) => isSameJson(value, heard.value));
      if (heard !== undefined && !isOwnEcho && whose === operator) this.told(heard.value);
    }
  }
}

async function ask(): Promise<void> {
  const whose = operator;
  heardMeanwhile = new Set();
  const all = await get<Record<string, unknown>>("/me/preferences").catch(() => undefined); // asked again at the next `welcome`
  if (all === undefined || whose !== operator) return;
  const told = new Map(Object.entries(all));
  for (const name of heardMeanwhile) told.set(name, known?.get(name));
  known = told;
  for (const [name, own] of stores) if (!heardMeanwhile.has(name)) own.told(told.get(name));
}

on("welcome", () => void ask());
on("preference", ({ name, value }) => {
  heardMeanwhile.add(name);
  known = new Map(known).set(name, value);
  stores.get(name)?.told(value);
});

useMe.subscribe(({ me }) => {
  // Whoever signs out leaves the console as it looked.
  if (me === undefined || me.id === operator) return;
  operator = me.id;
  known = undefined;
  writeKept(LAST, operator);
  for (const own of stores.values()) own.reread();
});

// Another window of this browser: it may know earlier than the line does, or while there is none.
addEventListener("storage", ({ key }) => {
  for (const [name, own] of stores) if (key === place(name)) own.reread();
});

function place(name: string): string {
  return `shopbell.own.${operator}.${name}`;
}

/** What to show: this browser's copy, and what has been chosen before signing in. */
function shownOf(name: string): unknown {
  const { value } = copyOf(name);
  const guest = guestOf(name);
  return guest === undefined ? value : { ...fieldsOf(value), ...guest };
}

function guestOf(name: string): object | undefined {
  const guest = parseKept(readKept(`shopbell.guest.${name}`)).value;
  return guest === undefined ? undefined : fieldsOf(guest);
}

function keepForGuest(name: string, part: object | undefined): void {
  writeKept(`shopbell.guest.${name}`, JSON.stringify({ value: part }));
}

function copyOf(name: string): Kept {
  return parseKept(readKept(place(name)));
}

function keep(name: string, kept: Kept): void {
  writeKept(place(name), JSON.stringify(kept));
}
