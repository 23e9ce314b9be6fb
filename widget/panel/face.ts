import { initials } from "./initials.ts";
import { make } from "./lent.ts";

/** Somebody who is there: two letters in a round picture, and two lines beside it. */
export function face(): { parts: [HTMLElement, HTMLElement]; show(name: string, title: string, line: string): void } {
  const picture = make("div", { class: "face", "aria-hidden": "true" });
  const [title, line] = [make("b"), make("span")];
  return {
    parts: [picture, make("div", { class: "title" }, title, line)],
    show(name, words, more) {
      picture.replaceChildren(initials(name), make("i"));
      title.textContent = words;
      line.textContent = more;
    },
  };
}
