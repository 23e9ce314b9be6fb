import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadParser, readRichText } from "../../server/gateway/rich-text.ts";
import { richTextShape } from "../../protocol/rich-text.ts";
import { htmlOf } from "./html-of.ts";

before(loadParser);

test("a message's HTML makes the same message again", () => {
  const html =
    '<p>5 &lt; 6 &amp; <b>bold</b><br>next</p><a href="https://shop.example/?a=1&amp;b=2">a "link"</a><img src="https://shop.example/a.png" alt="a &quot;tent&quot;">';
  const tree = richTextShape.parse(readRichText(html, "https://shop.example/"));
  assert.deepEqual(readRichText(htmlOf(tree), "https://shop.example/"), tree);
});
