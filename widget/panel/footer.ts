import { makeButton } from "./button.ts";
import { make } from "./lent.ts";

/**
 * The panel's lower end when there is a choice to make instead of something to write.
 * @param sentence empty where the buttons say it all.
 * @param buttons label and what it does, in the order in which they stand; the last is the one to expect.
 */
export function choice(
  sentence: string,
  buttons: readonly (readonly [label: string, press: () => void])[],
): HTMLElement {
  const row = buttons.map(([label, press]) => makeButton(label, press));
  return make("div", { class: "footer" }, make("p", { dir: "auto" }, sentence), make("div", { class: "row" }, ...row));
}

/** Three dots that move, with words that only a waiting person needs to see. */
export function dots(label: string, kind: "typing" | "waiting"): HTMLElement {
  return make(
    "div",
    { class: `dots ${kind}`, "aria-live": kind === "typing" ? "off" : "polite" },
    make("i"),
    make("i"),
    make("i"),
    make("span", {}, label),
  );
}
