import { WebSocket } from "ws";
import { newId } from "../client/id.ts";
import { Line } from "../client/line.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import type { FromVisitor } from "../protocol/visitor-to-server.ts";

const MINUTE = 60_000;

/** Who walks through the shop while its picture is taken: page, title, address, came from, minutes, pages, visit, browser. */
const PEOPLE = [
  ["/boots/alta-gtx", "Alta GTX Boot", "198.51.100.23", "https://www.google.com/", 3, 4, 1, "chrome"],
  ["/tents", "Tents", "2001:db8:4c1::7", "", 1, 1, 1, "iphone"],
  ["/sizing", "Size guide", "203.0.113.118", "https://www.google.com/", 11, 9, 4, "safari"],
  ["/cart", "Your cart", "198.51.100.77", "https://newsletter.example/june", 18, 14, 6, "firefox"],
  ["/", "Home", "203.0.113.5", "https://duckduckgo.com/", 0.4, 1, 1, "android"],
  ["/packs/traverse-55", "Traverse 55 Pack", "192.0.2.140", "https://hiking.example/best-packs", 6, 5, 2, "chrome"],
  ["/blog/layering", "How to layer", "198.51.100.201", "https://www.bing.com/", 2, 2, 1, "edge"],
  ["/shipping", "Shipping", "203.0.113.61", "", 4, 3, 3, "iphone"],
  ["/jackets", "Jackets", "192.0.2.9", "https://www.google.com/", 8, 7, 1, "firefox"],
  ["/stoves/ember", "Ember Stove", "2001:db8:99::1a", "https://www.google.com/", 5, 3, 1, "safari"],
  ["/tents/ridge-1p", "Ridge 1P Tent", "198.51.100.150", "https://gear.example/reviews", 2, 2, 2, "android"],
  ["/returns", "Returns", "203.0.113.204", "", 14, 6, 8, "chrome"],
  ["/tents/fjell-4p", "Fjell 4P Tent", "192.0.2.71", "https://duckduckgo.com/", 9, 8, 1, "edge"],
] as const;

const BROWSERS = {
  chrome:
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  edge: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
  firefox: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
  safari:
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
  iphone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
  android:
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
};

export interface PasserBy {
  /** The page of the shop they are on. */
  path: string;
  line: Line<FromVisitor, ToVisitor>;
  /** Their number, once the server has said it. */
  visitor(): number | undefined;
}

/** Visitors with pasts and addresses of their own, as a proxy would pass them on; the server must trust 127.0.0.1. */
export function passersBy(server: string, site: string, happened: () => void): PasserBy[] {
  return PEOPLE.map(([path, title, address, cameFrom, minutes, pages, count, browser]) => {
    const headers = { origin: server, "user-agent": BROWSERS[browser], "x-forwarded-for": address };
    let visitor: number | undefined;
    const line = new Line<FromVisitor, ToVisitor>({
      url: `${server.replace(/^http/, "ws")}/ws/visitor`,
      hello: () => ({
        type: "hello",
        version: PROTOCOL_VERSION,
        site,
        tab: newId(),
        page: { url: `${server}/demo${path}`, title: `${title} – Northwind Outdoor` },
        looking: true,
        visit: { count, elapsedMs: minutes * MINUTE, pages, cameFrom },
        language: "en",
        timeZone: "Europe/Berlin",
      }),
      receive(frame) {
        if (frame.type === "welcome") visitor = frame.visitor;
        happened();
      },
      WebSocket: class extends WebSocket {
        constructor(url: string) {
          super(url, { headers });
        }
      },
    });
    return { path, line, visitor: () => visitor };
  });
}
