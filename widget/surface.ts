import { addStyle, icon, make } from "./dom.ts";
import type { FirstStrings } from "./first-strings.ts";
import type { Tag } from "./script-tag.ts";
import css from "./styles/first.css?inline";

/** What the widget draws on: a shadow root of its own, beside the page's body. */
export interface Surface {
  root: ShadowRoot;
  /** Everything visible goes in here; it carries language, direction, side and theme. */
  layer: HTMLElement;
  /** Opens the panel; not shown until the server has answered. */
  button: HTMLButtonElement;
}

export function makeSurface({ side, theme }: Tag, language: string, { direction }: FirstStrings): Surface {
  const host = make("shopbell-widget" as "div");
  const root = host.attachShadow({ mode: "open" });
  addStyle(root, css);
  const drawing = icon("M20 12a7.5 7.5 0 0 1-7.5 7.5c-1.3 0-2.5-.3-3.6-.9L4 20l1.4-4.6A7.5 7.5 0 1 1 20 12z");
  const button = make("button", { type: "button", class: "open", hidden: "" }, drawing);
  const layer = make("div", { lang: language, dir: direction }, button);
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const dress = () => {
    const isDark = theme === "dark" || (theme === "auto" && prefersDark.matches);
    layer.className = `shopbell ${side} ${isDark ? "dark" : ""}`;
  };
  prefersDark.onchange = dress;
  dress();
  root.append(layer);
  // Beside the body, not in it: a page may replace its body, or make it the container of what is fixed.
  document.documentElement.append(host);
  return { root, layer, button };
}
