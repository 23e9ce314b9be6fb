import type { Body, RichNode } from "./message.ts";

/** What a message says, without its looks; empty for what nobody said. */
export function plainText(body: Body): string {
  switch (body.kind) {
    case "text":
      return body.text;
    case "rich":
      return textOf(body.tree).replaceAll(/\s+/g, " ").trim();
    case "push":
      return body.url;
    default:
      return "";
  }
}

/** The elements that begin a line of their own: without a space the words on both sides would be one. */
const BREAKS = /^(?:p|br|hr|li|ul|ol|h\d|tr|td|th|pre|blockquote|div)$/;

function textOf(nodes: readonly RichNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : elementText(node))).join("");
}

function elementText({ tag, alt = "", children = [] }: Exclude<RichNode, string>): string {
  const inner = `${alt}${textOf(children)}`;
  return BREAKS.test(tag) ? ` ${inner} ` : inner;
}
