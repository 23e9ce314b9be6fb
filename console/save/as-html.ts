import type { RichElement, RichNode } from "../../protocol/rich-text.ts";
import { linkOf, splitLinks } from "../chat/links.ts";
import type { Script, ScriptLine } from "./script.ts";

/** Nothing is loaded and nothing runs, whatever a visitor wrote; the style is the file's own. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `:root{color-scheme:light dark;--bg:#f7f6f3;--them:#fff;--line:#e7e4dd;--ink:#1d1c1a;--quiet:#6c685f;--own:#0f6b5c;--own-ink:#fff}
@media (prefers-color-scheme:dark){:root{--bg:#191b1a;--them:#232625;--line:#353938;--ink:#eceae5;--quiet:#a19d94;--own:#1d7d6c}}
body{max-width:640px;margin:0 auto;padding:24px 16px;background:var(--bg);color:var(--ink);font:14px/1.5 system-ui,sans-serif}
h1{margin:0;font-size:18px}header p{margin:2px 0 16px;color:var(--quiet)}
main{display:flex;flex-direction:column;align-items:start;gap:4px}
.line{align-self:center;margin:8px 0;color:var(--quiet);font-size:12px;text-align:center}
.said{max-width:82%;padding:7px 11px;border:1px solid var(--line);border-radius:13px;background:var(--them);white-space:pre-wrap;overflow-wrap:anywhere}
.said p,.said ul,.said ol,.said pre{margin:0}.own{align-self:end}.said.own{border-color:transparent;background:var(--own);color:var(--own-ink)}
.said.push{background:var(--them);color:var(--ink);border-color:var(--line)}
.meta{padding:0 4px 4px;color:var(--quiet);font-size:11px}a{color:inherit}td,th{padding:2px 8px;border:1px solid currentcolor}`;

/**
 * The chat as one HTML file that looks like it. It is built as a document, by DOM calls, and written out by the browser, so that nothing
 * anybody wrote can become markup; pictures are links, so that opening the file tells nobody.
 */
export function toHtml({ title, about, lines }: Script, language: string): string {
  const page = document.implementation.createHTMLDocument();
  const make = (tag: string, className: string, ...children: (Node | string)[]): HTMLElement => {
    const element = page.createElement(tag);
    if (className !== "") element.className = className;
    element.append(...children);
    return element;
  };
  const link = (href: string, ...children: (Node | string)[]): HTMLElement => {
    const element = make("a", "", ...children);
    element.setAttribute("href", href);
    element.setAttribute("rel", "noopener noreferrer");
    return element;
  };
  const rich = (node: RichNode): Node | string => (typeof node === "string" ? node : richElement(node));
  const richElement = ({ tag, href = "", src = "", alt = "", children = [] }: RichElement): Node | string => {
    const inner = children.map(rich);
    if (tag === "img") return addressed(src, alt === "" ? src : alt);
    if (tag === "a") return addressed(href, ...inner);
    if (tag === "h1" || tag === "h2" || tag === "h3") return make("p", "", make("strong", "", ...inner));
    return make(tag, "", ...inner);
  };
  /** What the server let through, looked at once more where it is used. */
  const addressed = (address: string, ...children: (Node | string)[]): Node => {
    const href = /^(?:mailto|tel):/i.test(address) ? address : linkOf(address);
    return href === undefined ? make("span", "", ...children) : link(href, ...children);
  };
  const entry = (line: ScriptLine): Node[] => {
    switch (line.kind) {
      case "line":
        return [make("p", "line", line.text)];
      case "said": {
        const own = line.own ? " own" : "";
        const words =
          line.body.kind === "rich"
            ? line.body.tree.map(rich)
            : splitLinks(line.body.text).map(({ text, href }) => (href === undefined ? text : link(href, text)));
        const said = make("div", `said${own}`, ...words);
        said.dir = "auto";
        return [said, make("span", `meta${own}`, `${line.speaker} · ${line.time}`)];
      }
      case "push":
        return [
          make("div", "said own push", addressed(line.url, line.url)),
          make("span", "meta own", `${line.speaker} · ${line.time} · ${line.report}`),
        ];
    }
  };
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = POLICY;
  const characters = page.createElement("meta");
  characters.setAttribute("charset", "utf-8");
  const head = make("head", "", characters, policy, make("title", "", title), make("style", "", STYLE));
  const top = make("header", "", make("h1", "", title), make("p", "", about));
  // Never put into a document: the console's own policy would judge the style there.
  const root = make("html", "", head, make("body", "", top, make("main", "", ...lines.flatMap(entry))));
  root.lang = language;
  return `<!doctype html>\n${new XMLSerializer().serializeToString(root)}\n`;
}
