import { initials } from "./initials.ts";
import { icon, make } from "./lent.ts";
import type { PanelStrings } from "./strings.ts";

export interface HeaderState {
  title: string;
  subtitle: string;
  /** Whose initials stand in the round picture. */
  face: string;
  /** Nobody is there: no picture, and a quieter colour. */
  isAway: boolean;
  /** There is a chat to end. */
  canEnd: boolean;
}

export interface Header {
  element: HTMLElement;
  show(state: HeaderState): void;
}

/** The panel's upper end: who is there, and the ways out of the chat and of the panel. */
export function makeHeader(strings: PanelStrings, close: () => void, end: () => void): Header {
  const face = make("div", { class: "face", "aria-hidden": "true" });
  const title = make("b");
  const subtitle = make("span");
  const endButton = make("button", { "aria-label": `${strings.endChat}…` }, icon("M12 5v.01M12 12v.01M12 19v.01"));
  endButton.onclick = end;
  const closeButton = make("button", { "aria-label": strings.close }, icon("m6 9 6 6 6-6"));
  closeButton.onclick = close;
  const who = make("div", { class: "title" }, title, subtitle);
  const element = make("div", { class: "header" }, face, who, endButton, closeButton);
  return {
    element,
    show(state) {
      element.classList.toggle("away", state.isAway);
      face.hidden = state.isAway;
      face.replaceChildren(initials(state.face), make("i"));
      title.textContent = state.title;
      subtitle.textContent = state.subtitle;
      endButton.hidden = !state.canEnd;
    },
  };
}
