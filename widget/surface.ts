import type { VisitorLook } from "../protocol/look.ts";
import { addStyle, icon, make } from "./dom.ts";
import type { Tag } from "./script-tag.ts";
import css from "./styles/first.css?inline";

/** What the widget draws on: a shadow root of its own. */
export interface Surface {
  root: ShadowRoot;
  /** Everything visible goes in here; it carries language, side, colours and theme. */
  layer: HTMLElement;
  /** Opens the panel; not shown until the server has answered. */
  button: HTMLButtonElement;
  dress(look: Partial<VisitorLook>): void;
}

/** Puts the surface beside the page's body, not in it: a page may replace its body, or make it the container of what is fixed. */
export function makeSurface(
  { position = "", theme }: Partial<Tag>,
  place: Element = document.documentElement,
): Surface {
  const host = make("shopbell-widget" as "div");
  const root = host.attachShadow({ mode: "open" });
  addStyle(root, css);
  const drawing = icon("M20 12a7.5 7.5 0 0 1-7.5 7.5c-1.3 0-2.5-.3-3.6-.9L4 20l1.4-4.6A7.5 7.5 0 1 1 20 12z");
  const button = make("button", { class: "open", hidden: "" }, drawing);
  const layer = make("div", { dir: "ltr" }, button);
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const dress: Surface["dress"] = (look) => {
    const isDark = theme === "dark" || (theme === "auto" && prefersDark.matches);
    layer.className = `shopbell ${look.class ?? ""} ${position} ${isDark ? "dark" : ""}`;
    layer.style.cssText = look.style ?? "";
    layer.lang = look.language ?? "";
    prefersDark.onchange = () => dress(look);
  };
  root.append(layer);
  place.append(host);
  return { root, layer, button, dress };
}
