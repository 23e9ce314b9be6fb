import type { RichNode } from "../../protocol/rich-text.ts";

const ALONE = new Set(["br", "hr", "img"]);

/** A message's tree as the HTML that makes it, to be changed in the input box. It is text there and never markup of the console. */
export function htmlOf(tree: readonly RichNode[]): string {
  return tree.map(write).join("");
}

function write(node: RichNode): string {
  if (typeof node === "string") return escape(node);
  const { tag, children = [] } = node;
  const attributes = (["href", "src", "alt"] as const).flatMap((name) => {
    const value = node[name];
    return value === undefined ? [] : ` ${name}="${escape(value)}"`;
  });
  const start = `<${tag}${attributes.join("")}>`;
  return ALONE.has(tag) ? start : `${start}${htmlOf(children)}</${tag}>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
