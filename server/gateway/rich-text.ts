import type { Parser as HtmlParser } from "htmlparser2";
import { ChatError, must } from "../../chat/error.ts";
import type { RichNode } from "../../chat/message.ts";
import { HARD } from "../../protocol/limits.ts";
import { RICH_TAGS, type RichTag } from "../../protocol/rich-text.ts";

type Element = Exclude<RichNode, string>;

const ALLOWED: ReadonlySet<string> = new Set(RICH_TAGS);
const EMPTY: ReadonlySet<string> = new Set(["br", "hr", "img"]);
/** Elements of which not even the text is meant to be read. */
const SILENT: ReadonlySet<string> = new Set([
  "script",
  "style",
  "template",
  "iframe",
  "object",
  "embed",
  "noscript",
  "head",
  "title",
  "textarea",
  "select",
  "svg",
  "math",
]);
/** Elements that are not allowed but stand for one that is. */
const AS: Readonly<Record<string, RichTag>> = {
  h4: "h3",
  h5: "h3",
  h6: "h3",
  div: "p",
  section: "p",
  article: "p",
  del: "s",
  strike: "s",
  ins: "u",
};
const MAX_DEPTH = 16;

let Parser: typeof HtmlParser | undefined;

/** To be called before the first operator is let in: the parser takes a megabyte, which a server that nobody looks at does without. */
export async function loadParser(): Promise<void> {
  Parser ??= (await import("htmlparser2")).Parser;
}

/**
 * Reduces an operator's HTML to the tree of allowed elements. What is not allowed loses its tags and keeps its text; scripts, styles and the
 * like are dropped whole; a link or an image without a fit address becomes its text. Relative addresses are of the visitor's page.
 * @throws ChatError `empty` when nothing is left, `too-long` when the tree would be too large
 */
export function readRichText(html: string, base: string): RichNode[] {
  const root: RichNode[] = [];
  const open: { name: string; children: RichNode[] }[] = [{ name: "", children: root }];
  let silentDepth = 0;
  let nodes = 0;

  const add = (node: RichNode): void => {
    nodes += 1;
    if (nodes > HARD.nodes) throw new ChatError("too-long", "This HTML has too many elements to be sent at once.");
    const children = open.at(-1)?.children ?? root;
    const last = children.at(-1);
    // The parser hands out text in pieces, one for each entity.
    if (typeof node === "string" && typeof last === "string") children[children.length - 1] = last + node;
    else children.push(node);
  };

  const parser = new (must(Parser, "the parser to be loaded"))(
    {
      onopentag(name, attributes) {
        if (silentDepth > 0 || SILENT.has(name)) {
          silentDepth += 1;
          return;
        }
        const element = open.length > MAX_DEPTH ? undefined : read(AS[name] ?? name, attributes, base);
        const parent = open.at(-1)?.children ?? root;
        if (element === undefined) {
          open.push({ name, children: parent });
          return;
        }
        add(element);
        const children: RichNode[] = [];
        if (!EMPTY.has(element.tag)) element.children = children;
        open.push({ name, children });
      },
      ontext(text) {
        if (silentDepth === 0 && text !== "") add(text);
      },
      onclosetag() {
        if (silentDepth > 0) silentDepth -= 1;
        else if (open.length > 1) open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);

  const tree = root.map(prune).filter((node) => node !== undefined);
  if (!tree.some(says)) throw new ChatError("empty", "Nothing of this HTML can be shown in a chat.");
  return tree;
}

function read(name: string, attributes: Record<string, string>, base: string): Element | undefined {
  if (!ALLOWED.has(name)) return undefined;
  if (name === "a") {
    const href = address(attributes["href"], base, ["http:", "https:", "mailto:", "tel:"]);
    return href === undefined ? undefined : { tag: "a", href };
  }
  if (name === "img") {
    const src = address(attributes["src"], base, ["http:", "https:"]);
    return src === undefined ? undefined : { tag: "img", src, alt: (attributes["alt"] ?? "").slice(0, 300) };
  }
  return { tag: name };
}

function address(text: string | undefined, base: string, schemes: string[]): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text, base);
  if (url === null || !schemes.includes(url.protocol) || url.href.length > HARD.url) return undefined;
  // `mailto:` and `tel:` are opaque; for the others the tree promises "scheme://".
  return url.href;
}

/** Drops empty child lists, and elements that hold nothing and show nothing. */
function prune(node: RichNode): RichNode | undefined {
  if (typeof node === "string" || node.children === undefined) return node;
  const children = node.children.map(prune).filter((child) => child !== undefined);
  const { children: _, ...bare } = node;
  return children.length === 0 && node.tag !== "td" && node.tag !== "th" ? undefined : { ...bare, children };
}

function says(node: RichNode): boolean {
  if (typeof node === "string") return node.trim() !== "";
  return node.tag === "img" || (node.children ?? []).some(says);
}
