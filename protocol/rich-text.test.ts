import assert from "node:assert/strict";
import { test } from "node:test";
import { RICH_TAGS, type RichNode, richTextShape } from "./rich-text.ts";
import { ShapeError } from "./shape.ts";

const NOT_ALLOWED = '"tree" holds an element that is not allowed.';
const NO_ADDRESS = '"tree" holds an address that is not allowed.';
const TOO_DEEP = '"tree" must be a list of nodes, not too deep.';

test("text and every element of the list are taken as they are", () => {
  const tree: RichNode[] = ["Hello", ""];
  for (const tag of RICH_TAGS) {
    if (tag === "a") tree.push({ tag, href: "https://shop.example/", children: ["a shop"] });
    else if (tag === "img") tree.push({ tag, src: "https://shop.example/a.png", alt: "A tent" });
    else tree.push({ tag, children: ["text", { tag: "b", children: [] }] });
  }
  assert.deepEqual(richTextShape.parse(tree), tree);
});

for (const tag of [
  "script",
  "style",
  "iframe",
  "svg",
  "form",
  "input",
  "B",
  "",
  "__proto__",
  "constructor",
  7,
  null,
  undefined,
]) {
  test(`the element ${tag} is refused, at any depth`, () => {
    refuses([{ tag }], NOT_ALLOWED);
    refuses([{ tag: "p", children: [{ tag: "ul", children: [{ tag }] }] }], NOT_ALLOWED);
  });
}

test("what is neither text nor an element is refused", () => {
  for (const node of [null, 7, true, [], ["b"], {}]) refuses([node], NOT_ALLOWED);
  for (const tree of [null, undefined, "text", { tag: "p" }, { length: 0 }]) refuses(tree, TOO_DEEP);
  refuses([{ tag: "p", children: "text" }], TOO_DEEP);
  refuses([{ tag: "p", children: null }], TOO_DEEP);
});

test("an element loses every attribute that is not its own", () => {
  const clean = richTextShape.parse(
    JSON.parse(`[
      { "tag": "p", "onclick": "x()", "style": "position:fixed", "class": "x", "href": "https://a.example/", "src": "https://a.example/" },
      { "tag": "a", "href": "https://a.example/", "src": "https://a.example/", "target": "_top", "__proto__": { "onclick": "x()" } },
      { "tag": "img", "src": "https://a.example/", "srcset": "https://b.example/", "onerror": "x()", "alt": 7 }
    ]`),
  );
  assert.deepEqual(clean, [
    { tag: "p" },
    { tag: "a", href: "https://a.example/" },
    { tag: "img", src: "https://a.example/" },
  ]);
});

test("a link goes to http, https, mailto or tel and nowhere else", () => {
  for (const href of ["http://a.example", "https://a.example/x?y#z", "mailto:ann@a.example", "tel:+43123"])
    assert.deepEqual(richTextShape.parse([{ tag: "a", href }]), [{ tag: "a", href }]);
  const refused = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " https://a.example",
    "\njavascript:x",
    "data:text/html,x",
    "//a.example",
  ];
  for (const href of [
    ...refused,
    "/page",
    "",
    "https:a",
    "x\nhttps://a.example",
    undefined,
    null,
    7,
    ["https://a.example"],
  ])
    refuses([{ tag: "a", href }], NO_ADDRESS);
});

test("a picture comes by http or https and nothing else", () => {
  for (const src of ["http://a.example/a.png", "https://a.example/a.png"])
    assert.deepEqual(richTextShape.parse([{ tag: "img", src }]), [{ tag: "img", src }]);
  for (const src of [
    "data:image/png;base64,AA",
    "mailto:ann@a.example",
    "tel:1",
    "blob:https://a.example/1",
    undefined,
  ])
    refuses([{ tag: "img", src }], NO_ADDRESS);
});

test("an address is at most 4096 long", () => {
  const longest = `https://a.example/${"x".repeat(4_096 - 18)}`;
  assert.deepEqual(richTextShape.parse([{ tag: "a", href: longest }]), [{ tag: "a", href: longest }]);
  refuses([{ tag: "a", href: `${longest}x` }], NO_ADDRESS);
});

test("a tree has at most 2000 nodes, wherever they are", () => {
  const wide = Array.from({ length: 1_999 }, () => "x");
  assert.equal(richTextShape.parse([...wide, "x"]).length, 2_000);
  refuses([...wide, "x", "x"], '"tree" must have at most 2000 nodes.');
  refuses([{ tag: "p", children: wide }, { tag: "br" }], '"tree" must have at most 2000 nodes.');
});

test("a tree is at most twenty elements deep, and a far deeper one does no harm", () => {
  assert.deepEqual(richTextShape.parse(nested(20)), nested(20));
  refuses(nested(21), TOO_DEEP);
  refuses(nested(5_000), TOO_DEEP);
});

function nested(depth: number): RichNode[] {
  let tree: RichNode[] = ["deep"];
  for (let i = 0; i < depth; i++) tree = [{ tag: "blockquote", children: tree }];
  return tree;
}

function refuses(tree: unknown, sentence: string): void {
  assert.throws(() => richTextShape.parse(tree), new ShapeError(sentence));
}
