import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { inkOn, lookFor, visitorLookShape } from "./look.ts";

test("a site that has chosen nothing looks as the widget comes, in the visitor's language", () => {
  const { id, ...look } = lookFor({}, ["de-AT", "en"]);
  assert.deepEqual(look, {
    language: "de",
    class: "",
    style: "",
    opener: "[data-shopbell-open]",
    chat: "Mit uns chatten",
    leave: "Nachricht hinterlassen",
  });
  assert.match(id, /^[a-z0-9]{1,16}$/);
});

test("a look says everything that a site has chosen", () => {
  const texts = { en: { chat: "Ask us", welcome: "Welcome to the hut." } };
  const {
    class: classes,
    style,
    opener,
    chat,
    leave,
    words,
  } = lookFor({ colour: "#aa3300", side: "left", x: 8, y: 80, button: "none", opener: "#help", texts }, ["en"]);
  assert.equal(classes, "left bare");
  assert.equal(style, "--accent:#aa3300;--accent-ink:#fff;--x:8px;--y:80px");
  assert.equal(opener, "[data-shopbell-open],#help");
  assert.deepEqual(
    { chat, leave, words },
    { chat: "Ask us", leave: "Leave us a message", words: { welcome: "Welcome to the hut." } },
  );
});

test("the first wanted language that the site offers is taken, else the first offered, else English", () => {
  const language = (offered: ("en" | "de")[], wanted: string[]) => lookFor({ languages: offered }, wanted).language;
  assert.equal(language([], ["", "DE-ch", "en"]), "de");
  assert.equal(language([], ["fr", "constructor"]), "en");
  assert.equal(language(["de"], ["en"]), "de");
  assert.equal(language(["de", "en"], ["fr"]), "de");
  assert.equal(language(["de", "en"], ["en-US"]), "en");
});

test("a look has another id as soon as anything in it is another", () => {
  const ids = [{}, { x: 1 }, { y: 1 }, { colour: "#000000" }, { texts: { en: { away: "x" } } }].map(
    (look) => lookFor(look, ["en"]).id,
  );
  assert.equal(new Set([...ids, lookFor({}, ["de"]).id]).size, 6);
  assert.equal(lookFor({ x: 1 }, ["en"]).id, lookFor({ x: 1 }, ["en-GB"]).id);
});

test("the largest look there can be fits its shape", () => {
  const long = "x".repeat(200);
  const words = { chat: long, leave: long, title: long, weAreOnline: long, welcome: long, write: long, away: long };
  const look = lookFor(
    { colour: "#aa3300", side: "left", x: 400, y: 400, button: "none", opener: long, texts: { en: words } },
    ["en"],
  );
  assert.deepEqual(visitorLookShape.parse(look), look);
});

test("what stands on any colour has a contrast of at least 4.5 to 1", () => {
  const channel = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(channel, channel, channel), (rgb) => {
      const ink = inkOn(`#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`);
      const [red, green, blue] = rgb.map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      ) as [number, number, number];
      const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      assert.ok((ink === "#000" ? (luminance + 0.05) / 0.05 : 1.05 / (luminance + 0.05)) >= 4.5);
    }),
  );
});
