import assert from "node:assert/strict";
import { test } from "node:test";
import { cameFromHost, flagOf, pathOf, visitorName } from "./show.ts";

test("a visitor without a name is called by number", () => {
  assert.equal(visitorName({ visitor: 48_211 }), "#48211");
  assert.equal(visitorName({ visitor: 48_211, name: "Ada K." }), "Ada K.");
});

test("where a visitor came from is a host name, or nothing", () => {
  assert.equal(cameFromHost("https://www.google.com/search?q=tent"), "google.com");
  assert.equal(cameFromHost(""), undefined);
  assert.equal(cameFromHost("newsletter"), "newsletter");
  assert.equal(cameFromHost("android-app:/x"), "android-app:/x");
});

test("a location is shown without its site", () => {
  assert.equal(pathOf("https://shop.test/tents?size=2#top"), "/tents?size=2");
  assert.equal(pathOf("not an address"), "not an address");
});

test("a flag is made of the country's letters", () => {
  assert.equal(flagOf("de"), "🇩🇪");
});
