import { RICH_TAGS, type RichNode } from "../../protocol/rich-text.ts";
import { make } from "./lent.ts";
import { safeUrl } from "./links.ts";

/** Deeper than the server lets anything through; what comes deeper is left out. */
const MAX_DEPTH = 20;

/** Builds a rich text from its tree, element by element; what is not on the list becomes its text. */
export function richText(nodes: readonly RichNode[], depth = 0): (Node | string)[] {
  if (depth > MAX_DEPTH) return [];
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [node];
    const children = richText(node.children ?? [], depth + 1);
    if (!RICH_TAGS.includes(node.tag)) return children;
    switch (node.tag) {
      case "a": {
        const href = safeUrl(node.href, /^(?:https?|mailto|tel):$/);
        return href === undefined ? children : [link(href, ...children)];
      }
      case "img": {
        const src = safeUrl(node.src);
        return src === undefined ? [] : [picture(src, node.alt ?? "")];
      }
      default:
        return [make(node.tag, {}, ...children)];
    }
  });
}

/** A link that opens elsewhere and tells the other side nothing of this page. */
export function link(href: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

export function picture(src: string, alt: string): HTMLImageElement {
  return make("img", { src, alt, referrerpolicy: "no-referrer" });
}
