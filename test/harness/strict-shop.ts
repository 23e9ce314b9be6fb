import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { plainTag } from "../../protocol/script-tag.ts";
import { atEnd } from "./endings.ts";

export interface StrictShop {
  /** `http://host:port`, another origin than the server's. */
  origin: string;
  close(): Promise<void>;
}

interface Tag {
  /** The Shopbell server. */
  server: string;
  siteKey: string;
}

/**
 * A shop on an origin of its own whose every page is served with the strictest policy the widget is promised to work under; the
 * same policy stands in docs/embedding.md, but that a test has http where a shop has https. Below /de its pages say that they are German.
 */
export async function startStrictShop(t: TestContext, tag: () => Tag): Promise<StrictShop> {
  const server = createServer((request, response) => {
    const { server: chat, siteKey } = tag();
    const path = request.url ?? "/";
    response.setHeader(
      "Content-Security-Policy",
      [
        "default-src 'none'",
        `script-src ${chat}`,
        `connect-src ${chat.replace(/^http/, "ws")}`,
        `img-src 'self' ${chat}`,
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
      ].join("; "),
    );
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="${path.startsWith("/de") ? "de" : "en"}"><title>Strict ${path}</title><body><h1>Strict ${path}</h1><a href="/next">Next</a>` +
        `${plainTag({ url: `${chat}/widget.js`, siteKey })}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  atEnd(t, close);
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
