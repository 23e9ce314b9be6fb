import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeHtml, html } from "./html.ts";

test("text is escaped between tags and inside attributes", () => {
  assert.equal(escapeHtml(`a < b & "c" > 'd'`), "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  assert.equal(html`<p title="${`"x"`}">${"<b>"}</p>`.markup, `<p title="&quot;x&quot;">&lt;b&gt;</p>`);
});

test("markup made by the tag is kept as it is, alone or in a list", () => {
  const word = html`<b>${"&"}</b>`;
  assert.equal(html`<p>${word}</p>`.markup, "<p><b>&amp;</b></p>");
  assert.equal(html`<p>${[word, word]}</p>`.markup, "<p><b>&amp;</b>\n<b>&amp;</b></p>");
});

test("nothing and zero are told apart", () => {
  assert.equal(html`<p>${undefined}${0}</p>`.markup, "<p>0</p>");
});
