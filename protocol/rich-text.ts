import { HARD } from "./limits.ts";
import { type Shape, ShapeError } from "./shape.ts";

/**
 * Rich text travels as this tree, never as a string of HTML: a screen builds it with DOM calls and has no way to make it
 * anything else. A string is text. The elements are the whole of what may appear.
 */
export type RichNode = string | RichElement;

export interface RichElement {
  tag: RichTag;
  /** `a`: an absolute http, https, mailto or tel URL. */
  href?: string;
  /** `img`: an absolute http or https URL. */
  src?: string;
  /** `img`: its text for those who do not see it. */
  alt?: string;
  children?: RichNode[];
}

export const RICH_TAGS = [
  "p",
  "br",
  "hr",
  "b",
  "strong",
  "i",
  "em",
  "u",
  "s",
  "code",
  "pre",
  "blockquote",
  "ul",
  "ol",
  "li",
  "h1",
  "h2",
  "h3",
  "a",
  "img",
  "table",
  "tr",
  "th",
  "td",
] as const;
export type RichTag = (typeof RICH_TAGS)[number];

const MAX_DEPTH = 20;
const tags: ReadonlySet<string> = /* @__PURE__ */ new Set(RICH_TAGS);
const LINK = /^(?:https?:\/\/|mailto:|tel:)/;
const SOURCE = /^https?:\/\//;

/** The shape of a whole tree: bounded in depth and number of nodes, and only with elements and schemes from the list. */
export const richTextShape: Shape<RichNode[]> = {
  parse(value, path = "tree") {
    let left = HARD.nodes;
    const nodes = (list: unknown, depth: number): RichNode[] => {
      if (!Array.isArray(list) || depth > MAX_DEPTH)
        throw new ShapeError(`"${path}" must be a list of nodes, not too deep.`);
      return list.map((node) => one(node, depth));
    };
    const one = (node: unknown, depth: number): RichNode => {
      left -= 1;
      if (left < 0) throw new ShapeError(`"${path}" must have at most ${HARD.nodes} nodes.`);
      if (typeof node === "string") return node;
      const { tag, href, src, alt, children } = Object(node) as Record<string, unknown>;
      if (typeof tag !== "string" || !tags.has(tag))
        throw new ShapeError(`"${path}" holds an element that is not allowed.`);
      const element: RichElement = { tag: tag as RichTag };
      if (tag === "a") element.href = address(href, LINK);
      if (tag === "img") element.src = address(src, SOURCE);
      if (typeof alt === "string") element.alt = alt;
      if (children !== undefined) element.children = nodes(children, depth + 1);
      return element;
    };
    const address = (text: unknown, allowed: RegExp): string => {
      if (typeof text === "string" && text.length <= HARD.url && allowed.test(text)) return text;
      throw new ShapeError(`"${path}" holds an address that is not allowed.`);
    };
    return nodes(value, 0);
  },
};
