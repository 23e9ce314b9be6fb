/** Makes an element. `class`, `href` and the like are attributes; handlers are added by the caller. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? "");
  element.append(...children);
  return element;
}

/** A line drawing on a field of 24 by 24, as a decoration. */
export function icon(d: string): SVGSVGElement {
  const [svg, path] = (["svg", "path"] as const).map((tag) =>
    document.createElementNS("http://www.w3.org/2000/svg", tag),
  ) as [SVGSVGElement, SVGPathElement];
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", d);
  svg.append(path);
  return svg;
}

/** Gives a shadow root its rules. A constructed sheet needs no permission from the page's content security policy. */
export function addStyle(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
