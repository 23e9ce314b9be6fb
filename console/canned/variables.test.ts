import assert from "node:assert/strict";
import { test } from "node:test";
import { fillVariables } from "./variables.ts";

test("a variable is filled in, and where nothing is known its fall-back", () => {
  const text = "Hello {visitor.name|there}, {operator.name} of {site.name} here.";
  const values = { "visitor.name": " ", "operator.name": "Maya", "site.name": "Northwind" };
  assert.equal(fillVariables(text, values), "Hello there, Maya of Northwind here.");
  assert.equal(fillVariables(text, { ...values, "visitor.name": "Ada" }), "Hello Ada, Maya of Northwind here.");
  assert.equal(fillVariables("Hello {visitor.name}!", {}), "Hello !");
});

test("what is in braces and no variable stays as it is", () => {
  for (const text of ["{name}", "{visitor.age}", "{}", "{visitor.name", "a { b } c", "{ visitor.name }"])
    assert.equal(fillVariables(text, { "visitor.name": "Ada" }), text);
});

test("a value is not filled in a second time", () => {
  assert.equal(fillVariables("{page.title}", { "page.title": "{site.name}", "site.name": "x" }), "{site.name}");
});

test("in HTML a value is text, never markup", () => {
  const values = { "visitor.name": '<img src="x" onerror=a>&' };
  assert.equal(
    fillVariables("<b>{visitor.name}</b>", values, "html"),
    "<b>&#60;img src=&#34;x&#34; onerror=a&#62;&#38;</b>",
  );
});

test("in an address a value is one word of it, unless the address begins with it", () => {
  const values = { "page.url": "https://shop.example/a?b=c", "visitor.name": "Ada & Ben" };
  assert.equal(fillVariables("{page.url}#sizes", values, "url"), "https://shop.example/a?b=c#sizes");
  assert.equal(fillVariables("/hi?for={visitor.name}", values, "url"), "/hi?for=Ada%20%26%20Ben");
  assert.equal(fillVariables("/hi?for={visitor.name|dear guest}", {}, "url"), "/hi?for=dear%20guest");
});
