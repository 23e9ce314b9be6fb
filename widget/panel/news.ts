import type { Surface } from "../surface.ts";
import { make } from "./lent.ts";
import type { PanelStrings } from "./strings.ts";

/** What the button tells of the chat behind it: the number on it, and a sentence for screen readers. */
export interface News {
  /** A live region: what is put in here is read out. */
  place: HTMLElement;
  count(unread: number): void;
}

export function makeNews({ layer, button }: Surface, strings: PanelStrings): News {
  const badge = make("span", { class: "badge" });
  const spoken = make("p", { class: "unseen" });
  const place = make("div", { "aria-live": "polite" }, spoken);
  button.append(badge);
  layer.append(place);
  return {
    place,
    count(unread) {
      const sentence = unread > 0 ? strings.unread(unread) : "";
      badge.hidden = unread === 0;
      badge.textContent = `${unread}`;
      if (spoken.textContent !== sentence) spoken.textContent = sentence;
      button.title = sentence;
    },
  };
}
