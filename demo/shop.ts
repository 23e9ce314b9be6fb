import { pages } from "./pages.ts";
import { closedPage } from "./templates/closed-page.ts";
import { layout } from "./templates/layout.ts";
import type { Chat } from "./templates/layout.ts";
import { missingPage } from "./templates/missing-page.ts";

/** A page of the shop as it is sent. */
export type RenderedPage = {
  readonly status: 200 | 404 | 503;
  readonly html: string;
};

/**
 * Renders the page at an address of the demo shop. `path` is what follows `/demo`; a query and a slash at the end do not
 * matter. An unknown address gives a page that says so, with status 404, and so does every address while there is no chat, with
 * status 503. Below `/assets/` there are files and no pages, and the answer is undefined.
 */
export function renderDemoPage(path: string, chat: Chat | undefined): RenderedPage | undefined {
  const address = normalize(path);
  if (address === "/assets" || address.startsWith("/assets/")) return undefined;
  if (chat === undefined) return { status: 503, html: closedPage() };
  const page = pages.get(address);
  return page
    ? { status: 200, html: layout(page, chat).markup }
    : { status: 404, html: layout(missingPage(address), chat).markup };
}

function normalize(path: string): string {
  const address = path.replace(/[?#].*$/s, "").replace(/\/+$/, "");
  return address === "" ? "/" : address;
}
