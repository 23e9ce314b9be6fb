import { makeButton } from "./button.ts";
import { face } from "./face.ts";
import { make } from "./lent.ts";
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
  const { parts, show } = face();
  const endButton = makeButton(`${strings.endChat}…`, end, "M12 5v.01M12 12v.01M12 19v.01");
  const element = make(
    "div",
    { class: "header" },
    ...parts,
    endButton,
    makeButton(strings.close, close, "m6 9 6 6 6-6"),
  );
  return {
    element,
    show(state) {
      element.classList.toggle("away", state.isAway);
      parts[0].hidden = state.isAway;
      show(state.face, state.title, state.subtitle);
      endButton.hidden = !state.canEnd;
    },
  };
}
