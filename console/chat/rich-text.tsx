import { createElement, Fragment, memo, type ReactNode } from "react";
import type { RichElement, RichNode } from "../../protocol/rich-text.ts";
import { linkOf } from "./links.ts";
import styles from "./rich-text.module.css";

/** A tree of allowed elements as React elements. There is no string of HTML on the way. */
export const RichText = memo(function RichText({ tree }: { tree: readonly RichNode[] }) {
  return <div className={styles.rich}>{createElement(Fragment, null, ...nodes(tree))}</div>;
});

/** Spread into `createElement`, not keyed: a tree never changes, it is replaced. */
function nodes(tree: readonly RichNode[] = []): ReactNode[] {
  return tree.map((node) => (typeof node === "string" ? node : element(node)));
}

function element(node: RichElement): ReactNode {
  const children = nodes(node.children);
  switch (node.tag) {
    case "br":
    case "hr":
      return createElement(node.tag);
    case "img":
      return linkOf(node.src ?? "") === undefined ? node.alt : image(node);
    case "a":
      return createElement(
        "a",
        { href: address(node.href), target: "_blank", rel: "noopener noreferrer" },
        ...children,
      );
    case "h1":
    case "h2":
    case "h3":
      // A headline in a message is none of the console's own structure.
      return createElement("p", { className: styles[node.tag] }, ...children);
    case "table":
      return createElement("table", null, createElement("tbody", null, ...children));
    default:
      return createElement(node.tag, null, ...children);
  }
}

function image({ src, alt }: RichElement): ReactNode {
  return createElement("img", { src, alt: alt ?? "", loading: "lazy", referrerPolicy: "no-referrer" });
}

/** What the server let through, looked at once more where it is used. */
function address(href = ""): string | undefined {
  return /^(?:mailto|tel):/i.test(href) ? href : linkOf(href);
}
