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
  /** Gives it this look, and puts it on the page where it is not there yet. */
  show(look: Partial<VisitorLook>): void;
}

/**
 * Makes a surface, to be put on the page when there is something to see: for an empty one the browser would work out styles,
 * places and paint as well, a fifth of what the widget costs a phone.
 * @param place beside the page's body, not in it: a page may replace its body, or make it the container of what is fixed.
 */
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
  const show: Surface["show"] = (look) => {
    const isDark = theme === "dark" || (theme === "auto" && prefersDark.matches);
    layer.className = `shopbell ${look.class ?? ""} ${position} ${isDark ? "dark" : ""}`;
    layer.style.cssText = look.style ?? "";
    layer.lang = look.language ?? "";
    prefersDark.onchange = () => show(look);
    if (!host.isConnected) place.append(host);
  };
  root.append(layer);
  return { root, layer, button, show };
}
