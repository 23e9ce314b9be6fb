import assert from "node:assert/strict";
import { test } from "node:test";
import { closeName } from "../../protocol/close.ts";
import type { Site } from "../../protocol/rest.ts";
import { PASSWORD, startShop } from "../../test/harness/shop.ts";

test("the widget runs where its site says; the first site's also in the demo shop, wherever the server is reached", async (t) => {
  const shop = await startShop(t);
  const added = await shop.request("POST", "/sites", { name: "Second", origins: [] }, shop.owner.cookie);
  const second = (await added.json()) as Site;
  const port = new URL(shop.url).port;
  for (const origin of ["https://shop.example", shop.url, `http://127.0.0.1:${port}`]) {
    const visitor = shop.visitor({ origin });
    await shop.until(`${origin} is let in`, () => visitor.line.state.kind === "online");
  }
  for (const [origin, siteKey] of [
    ["https://shop.example.evil", shop.site.key],
    ["http://localhost:1", shop.site.key],
    [shop.url, second.key],
  ] as const) {
    const visitor = shop.visitor({ origin, siteKey });
    const why = await shop.until(
      `${origin} is refused`,
      () => visitor.line.state.kind === "closed" && closeName(visitor.line.state.code),
    );
    assert.equal(why, "wrongOrigin");
  }
});

test("an operator's windows in other browsers close when the password is changed", async (t) => {
  const shop = await startShop(t);
  const answer = await shop.request("POST", "/session", { login: "maya", password: PASSWORD });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const here = shop.operator({ me: shop.owner.me, cookie }, { onState: () => shop.signals.happened() });
  const there = shop.operator(shop.owner, { onState: () => shop.signals.happened() });
  await shop.until("both are online", () => here.line.state.kind === "online" && there.line.state.kind === "online");
  await shop.request("PUT", "/me/password", { current: PASSWORD, next: "another long one" }, cookie);
  const why = await shop.until(
    "the other is closed",
    () => there.line.state.kind === "closed" && closeName(there.line.state.code),
  );
  assert.equal(why, "signedOut");
  assert.equal(here.line.state.kind, "online");
});

test("a look is checked, bounded, and told to visitors unless they have it already", async (t) => {
  const shop = await startShop(t);
  const change = async (look: unknown): Promise<Site> => {
    const answer = await shop.request("PATCH", `/sites/${shop.site.id}`, { look }, shop.owner.cookie);
    return (await answer.json()) as Site;
  };
  for (const [wrong, sentence] of [
    [{ colour: "red" }, /A colour looks like #0f6b5c/],
    [{ x: 401 }, /400 pixels at the most/],
    [{ y: 1.5 }, /whole number/],
    [{ opener: "a{}" }, /not a CSS selector/],
    [{ texts: { en: { chat: "x".repeat(201) } } }, /200 characters at the most/],
    [{ texts: { fr: { chat: "Bonjour" } } }, /fr/],
    [{ font: "Comic Sans" }, /font/],
  ] as const)
    await assert.rejects(change(wrong), sentence);
  const changed = await change({ colour: "#AA3300", texts: { en: { chat: " Ask us " } } });
  assert.deepEqual(changed.look, { colour: "#aa3300", texts: { en: { chat: "Ask us" } } });
  assert.equal(changed.name, shop.site.name);

  const looks: unknown[] = [];
  shop.visitor({ onFrame: (frame) => frame.type === "welcome" && looks.push(frame.look) });
  await shop.until("a welcome", () => looks.length === 1);
  const look = looks[0] as { id: string; chat: string; style: string };
  assert.deepEqual([look.chat, look.style], ["Ask us", "--accent:#aa3300;--accent-ink:#fff"]);
});
