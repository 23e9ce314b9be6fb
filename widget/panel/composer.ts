import { icon, make } from "./lent.ts";
import type { PanelStrings } from "./strings.ts";
import { makeTyping } from "./typing.ts";

/** Taller than this, the text scrolls within. */
const TALLEST_PX = 132;

interface Options {
  strings: PanelStrings;
  send: (text: string) => void;
  typing: (isTyping: boolean, text?: string) => void;
  /** The text changed: it is worth keeping. */
  keep: (text: string) => void;
}

export interface Composer {
  element: HTMLElement;
  text(): string;
  write(text: string): void;
  /** @param showsText operators see what is written before it is sent. */
  limit(length: number, showsText: boolean): void;
  focus(): void;
  /** Takes the height of its text; for when it becomes visible. */
  fit(): void;
}

/** Where the visitor writes: Enter sends, Shift+Enter breaks the line. */
export function makeComposer({ strings, send, typing, keep }: Options): Composer {
  const { write: label } = strings;
  const field = make("textarea", {
    rows: "1",
    "aria-label": label,
    placeholder: label,
    enterkeyhint: "send",
    dir: "auto",
  });
  const button = make("button", { class: "send", "aria-label": strings.send }, icon("M5 12h13m-6-6 6 6-6 6"));
  const notice = make("small");
  const hint = make("div", { class: "hint", role: "status" });
  const element = make("form", { class: "composer" }, notice, field, button, hint);
  const pen = makeTyping(typing);
  let mostLength = Infinity;

  const text = () => field.value.trim();
  const fit = () => {
    const { style } = field;
    style.height = "auto";
    if (field.scrollHeight > 0) style.height = `${Math.min(field.scrollHeight, TALLEST_PX)}px`;
  };
  const changed = () => {
    const over = text().length - mostLength;
    button.disabled = over > 0;
    hint.textContent = over > 0 ? strings.tooLong(over) : "";
    keep(field.value);
    fit();
  };
  const write = (written: string) => {
    field.value = written;
    changed();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const written = text();
    if (written === "" || button.disabled) return;
    pen.stop();
    write("");
    send(written);
    field.focus();
  };
  element.onsubmit = submit;
  field.oninput = () => {
    changed();
    pen.typed(text().slice(0, mostLength));
  };
  field.onkeydown = (event) => {
    // While a word is being composed (Japanese, Chinese), Enter belongs to the input method; Safari says so only by 229.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) submit(event);
  };
  return {
    element,
    text,
    write,
    fit,
    limit(length, showsText) {
      mostLength = length;
      pen.showsText = showsText;
      notice.textContent = showsText ? strings.previews : "";
      changed();
    },
    focus: () => field.focus(),
  };
}
