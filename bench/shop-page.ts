import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { root } from "../scripts/prepare.mjs";

/** The page of a shop on an origin of its own: some words, and a large picture, which is what its visitors wait for. */
export interface ShopPage {
  origin: string;
  stop(): Promise<void>;
}

const LINE = "Light enough for the pass, and strong enough for the night on it.";

/** @param tag the widget's script tag on the page whose address ends in this, from the question mark on; without a question mark it has none. */
export async function startShopPage(tag: (query: string) => string): Promise<ShopPage> {
  const picture = readFileSync(`${root}demo/assets/files/floor-plan.png`);
  const server = createServer(({ url = "/" }, response) => {
    response.setHeader("Cache-Control", "no-store");
    if (url === "/picture.png") return void response.setHeader("Content-Type", "image/png").end(picture);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    const query = /\?.*/.exec(url)?.[0];
    response.end(html(query === undefined ? "" : tag(query)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function html(tag: string): string {
  const items = Array.from(
    { length: 40 },
    (_, index) => `<li><a href="/tents/${index}">Tent ${index}</a> ${LINE}</li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>Tents – Northwind Outdoor</title>
<style>body{font:16px/1.5 sans-serif;margin:16px}img{display:block;width:100%;height:auto}</style>${tag}</head>
<body><h1>Tents</h1><img src="/picture.png" width="900" height="640" alt="A tent's floor plan"><p>${LINE}</p>
<ul>${items.join("")}</ul></body></html>`;
}
