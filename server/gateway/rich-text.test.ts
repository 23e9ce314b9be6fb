import assert from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { richTextShape } from "../../protocol/rich-text.ts";
import { loadParser, readRichText } from "./rich-text.ts";

const PAGE = "https://shop.example/tents/";
const read = (html: string) => readRichText(html, PAGE);

before(loadParser);

test("allowed elements become nodes, text stays text", () => {
  assert.deepEqual(read("Hello <b>Ada</b> &amp; <em>all</em>"), [
    "Hello ",
    { tag: "b", children: ["Ada"] },
    " & ",
    { tag: "em", children: ["all"] },
  ]);
});

test("an image with a relative source is of the visitor's site", () => {
  assert.deepEqual(read('<img src="test.jpg">'), [{ tag: "img", src: "https://shop.example/tents/test.jpg", alt: "" }]);
});

test("scripts, styles and frames vanish with what they hold", () => {
  assert.deepEqual(
    read(
      'a<script>alert("<b>x</b>")</script>b<style>*{}</style><iframe src="//x">c</iframe><svg><a href="javascript:1">d</a></svg>',
    ),
    ["ab"],
  );
});

test("elements that are not allowed lose their tags and keep their text", () => {
  assert.deepEqual(read('<font color="red">sale</font><marquee>!</marquee>'), ["sale!"]);
  assert.deepEqual(read("<div>one</div><h5>two</h5>"), [
    { tag: "p", children: ["one"] },
    { tag: "h3", children: ["two"] },
  ]);
});

test("handlers, styles and every other attribute are left behind", () => {
  assert.deepEqual(read('<b onclick="x()" style="position:fixed" class="a" id="b">hi</b>'), [
    { tag: "b", children: ["hi"] },
  ]);
});

test("a link keeps only an address that is safe to follow", () => {
  assert.deepEqual(read('<a href="javascript:alert(1)">a</a>'), ["a"]);
  assert.deepEqual(read('<a href=" java&#10;script:alert(1)">a</a>'), ["a"]);
  assert.deepEqual(read('<a href="data:text/html,x">a</a>'), ["a"]);
  assert.deepEqual(read('<a href="/boots">a</a>'), [{ tag: "a", href: "https://shop.example/boots", children: ["a"] }]);
  assert.deepEqual(read('<a href="mailto:a@b.example">a</a>'), [
    { tag: "a", href: "mailto:a@b.example", children: ["a"] },
  ]);
});

test("HTML of which nothing can be shown is refused", () => {
  assert.throws(() => read("<script>1</script>"), { code: "empty" });
  assert.throws(() => read("<p> </p><br>"), { code: "empty" });
});

test("HTML without end in depth or number is bounded", () => {
  const deep = read(`${"<b>".repeat(1_000)}x${"</b>".repeat(1_000)}`);
  assert.doesNotThrow(() => richTextShape.parse(deep));
  assert.throws(() => read("<i>a</i>".repeat(3_000)), { code: "too-long" });
});

test("whatever comes in, what goes out has the shape of rich text", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "<b>",
      "</b>",
      "<a href='",
      "'>",
      "javascript:x",
      "https://a.example/",
      "<img src=x>",
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "<p",
      ">",
      "</",
      "&#x3c;",
      "<svg onload=x>",
      "<td>",
      "\0",
      "<math>",
      "<template>",
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      let tree;
      try {
        tree = read(pieces.join(""));
      } catch (error) {
        assert.ok(["empty", "too-long"].includes((error as { code: string }).code));
        return;
      }
      assert.deepEqual(richTextShape.parse(tree), tree);
      assert.doesNotMatch(JSON.stringify(tree), /"(?:href|src)":"(?!https?:|mailto:|tel:)/);
    }),
  );
});
