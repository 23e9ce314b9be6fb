import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { pages } from "./pages.ts";
import { renderDemoPage } from "./shop.ts";

const demoAssetsFolder = new URL("./assets/", import.meta.url);

const chat = { widgetUrl: "/widget.js", siteKey: "northwind" };
const missing = rendered("/there-is-nothing-here", 404);
const everyPage = [
  ...[...pages.keys()].map((path) => ({ path, html: rendered(path, 200) })),
  { path: "404", html: missing },
];

function rendered(path: string, status: 200 | 404): string {
  const page = renderDemoPage(path, chat);
  assert.equal(page?.status, status, path);
  return page.html;
}

/** Every value of an attribute on a page, as it was before escaping. */
function attributes(html: string, name: "href" | "src" | "action" | "data-picture" | "data-path"): readonly string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map((match) =>
    (match[1] ?? "").replaceAll("&amp;", "&"),
  );
}

test("every page has the shop's name in its title, one main heading, and the chat as the last thing of its body", () => {
  for (const { path, html } of everyPage) {
    assert.match(html, /<title>[^<]+ – Northwind Outdoor<\/title>/, path);
    assert.equal(html.match(/<h1[ >]/g)?.length, 1, path);
    assert.match(html, /<script src="\/widget\.js" data-site="northwind" async><\/script>\s*<\/body>/, path);
  }
});

test("while there is no chat every page says that the set-up is missing, and loads no widget", () => {
  for (const path of ["/", "/tents", "/there-is-nothing-here"]) {
    const closed = renderDemoPage(path, undefined);
    assert.equal(closed?.status, 503);
    assert.match(closed.html, /finish the set-up/);
    assert.doesNotMatch(closed.html, /<script/);
  }
});

test("no two pages share a title, so that the operator's list tells them apart", () => {
  const titles = [...pages.values()].map((page) => page.title);
  assert.deepEqual(
    titles.filter((title, index) => titles.indexOf(title) !== index),
    [],
  );
});

test("the pages of the visitor's usual way through the shop are there", () => {
  for (const path of [
    "/",
    "/tents",
    "/tents/ridge-1p",
    "/tents/ridge-2p",
    "/boots",
    "/boots/alta-gtx",
    "/cart",
    "/checkout/shipping",
    "/sizing",
    "/returns",
    "/shipping",
    "/about",
    "/blog/layering",
  ]) {
    assert.ok(pages.has(path), path);
  }
  assert.match(rendered("/tents/ridge-2p", 200), /<title>Ridge 2P Tent – Northwind Outdoor<\/title>/);
});

test("a slash at the end, a query and an empty path lead to the same page", () => {
  assert.equal(rendered("/tents/", 200), rendered("/tents", 200));
  assert.equal(rendered("/tents?from=mail#list", 200), rendered("/tents", 200));
  assert.equal(rendered("", 200), rendered("/", 200));
  assert.equal(rendered("/?from=mail", 200), rendered("/", 200));
});

test("an address below assets is not a page", () => {
  assert.equal(renderDemoPage("/assets/shop.css", chat), undefined);
  assert.equal(renderDemoPage("/assets", chat), undefined);
  assert.equal(renderDemoPage("/assetsandmore", chat)?.status, 404);
});

test("every link inside the shop leads to a page or a file that exists", () => {
  for (const { path, html } of everyPage) {
    const targets = (["href", "src", "action", "data-picture", "data-path"] as const).flatMap((name) =>
      attributes(html, name),
    );
    for (const target of targets) {
      if (target === chat.widgetUrl || target === "#main") continue;
      assert.ok(target.startsWith("/demo/"), `${path} leads out of the shop: ${target}`);
      const below = target.slice("/demo".length);
      const isThere = below.startsWith("/assets/")
        ? existsSync(new URL(`.${below.slice("/assets".length)}`, demoAssetsFolder))
        : pages.has(below);
      assert.ok(isThere, `${path} leads to nothing: ${target}`);
    }
  }
});

test("every drawing is used, and none brings scripts, styles or anything from elsewhere", () => {
  const used = new Set(everyPage.flatMap(({ html }) => [...attributes(html, "src"), ...attributes(html, "href")]));
  const folder = new URL("./pictures/", demoAssetsFolder);
  for (const file of readdirSync(folder)) {
    assert.ok(used.has(`/demo/assets/pictures/${file}`), `${file} is not used`);
    const drawing = readFileSync(new URL(file, folder), "utf8");
    assert.doesNotMatch(drawing, /<script|<style|<foreignObject|style=|href=|\son\w+=/, file);
  }
});

test("no page has an inline script, an inline style or an event attribute", () => {
  for (const { path, html } of everyPage) {
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/, path);
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/i, path);
  }
});

test("the shop's own script builds no markup from strings", () => {
  const script = readFileSync(new URL("./shop.js", demoAssetsFolder), "utf8");
  assert.doesNotMatch(script, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
});

test("what the server puts into a page is escaped", () => {
  const hostile = `"><script>alert('1')</script>&`;
  const escaped = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;";
  const page = renderDemoPage("/", { widgetUrl: hostile, siteKey: hostile });
  assert.ok(page);
  assert.ok(page.html.includes(`<script src="${escaped}" data-site="${escaped}" async></script>`));
  assert.ok(!page.html.includes("alert('1')"));
});

test("an address that is not there never appears in its page", () => {
  const html = renderDemoPage("/<script>alert(1)</script>", chat)?.html ?? "";
  assert.ok(!html.includes("alert(1)"));
});

test("the size guide is a PDF whose table of objects points at its objects", () => {
  const pdf = readFileSync(new URL("./files/size-guide.pdf", demoAssetsFolder), "latin1");
  assert.match(pdf, /^%PDF-1\.4\n/);
  const tableAt = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
  assert.equal(pdf.slice(tableAt, tableAt + 4), "xref");
  const places = [...pdf.slice(tableAt).matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));
  assert.equal(places.length, 7);
  for (const [index, place] of places.entries()) {
    assert.ok(pdf.startsWith(`${index + 1} 0 obj\n`, place), `object ${index + 1}`);
  }
});

test("the floor plan to push is a PNG", () => {
  const bytes = readFileSync(new URL("./files/floor-plan.png", demoAssetsFolder));
  assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
});
