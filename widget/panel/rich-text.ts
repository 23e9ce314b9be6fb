import type { RichNode } from "../../protocol/rich-text.ts";
import { make } from "./lent.ts";

/**
 * Builds a rich text from its tree, element by element. There is nothing in it to look through: the server lets only elements
 * and addresses through that cannot do anything, and this script is the same server's.
 */
export function richText(nodes: readonly RichNode[] = []): (Node | string)[] {
  return nodes.map((node) => {
    if (typeof node === "string") return node;
    const { tag, href = "", src = "", alt = "" } = node;
    const children = richText(node.children);
    if (tag === "a") return link(href, ...children);
    if (tag === "img") return picture(src, alt);
    return make(tag, {}, ...children);
  });
}

/** A link that opens elsewhere and tells the other side nothing of this page. */
export function link(href: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

export function picture(src: string, alt: string): HTMLImageElement {
  return make("img", { src, alt, referrerpolicy: "no-referrer" });
}
