/** Makes an element. `class`, `href` and the like are attributes; handlers are added by the caller. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), attributes, children);
}

/** A line drawing on a field of 24 by 24, as a decoration. */
export function icon(d: string): SVGElement {
  const svg = (tag: string, attributes: Record<string, string>, ...children: Node[]) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  return svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d }));
}

function fill<E extends Element>(element: E, attributes: Record<string, string>, children: (Node | string)[]): E {
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? "");
  element.append(...children);
  return element;
}

/** Whether somebody can see this tab. */
export const isLooking = () => document.visibilityState === "visible";

/** Gives a shadow root its rules. A constructed sheet needs no permission from the page's content security policy. */
export function addStyle(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}
