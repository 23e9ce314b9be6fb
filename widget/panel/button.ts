import { icon, make } from "./lent.ts";

/** A button with words; or with a drawing, and the words for those who do not see it. */
export function makeButton(label: string, press: () => void, drawing?: string): HTMLButtonElement {
  const button = make("button", { type: "button", "aria-label": label }, drawing ? icon(drawing) : label);
  button.onclick = press;
  return button;
}
