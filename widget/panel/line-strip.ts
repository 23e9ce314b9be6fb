import type { LineState } from "../../client/wire.ts";
import { make } from "./lent.ts";
import type { PanelStrings } from "./strings.ts";

/** Most interruptions are over by then, and nobody needs to have known. */
const PATIENCE_MS = 1_000;

export interface LineStrip {
  element: HTMLElement;
  show(state: LineState): void;
}

/** Says when the line is down, and nothing while it is well. */
export function makeLineStrip({ reconnecting, unavailable }: PanelStrings): LineStrip {
  const element = make("div", { class: "strip", role: "status" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    show(state) {
      if (state.kind === "connecting" || state.kind === "waiting") {
        timer ??= setTimeout(() => (element.textContent = reconnecting), PATIENCE_MS);
        return;
      }
      clearTimeout(timer);
      timer = undefined;
      element.textContent = state.kind === "closed" && state.code !== undefined ? unavailable : "";
    },
  };
}
