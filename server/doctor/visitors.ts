import { once } from "node:events";
import { WebSocket } from "ws";
import { z } from "zod";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";

/** The server that is measured, and its first site. */
export interface Shop {
  url: string;
  siteId: string;
  siteKey: string;
  /** Of the operator who looks at the list. */
  cookie: string;
}

export const SHOP_ORIGIN = "https://shop.doctor.invalid";
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

const frameShape = z.object({ type: z.string(), token: z.string().optional() });

/** A page with a widget, as far as the server can tell. */
export class DoctorsVisitor {
  readonly #shop: Shop;
  readonly #index: number;
  readonly #page: number;
  readonly #socket: WebSocket;
  readonly #token: string;

  private constructor(shop: Shop, index: number, page: number, socket: WebSocket, token: string) {
    this.#shop = shop;
    this.#index = index;
    this.#page = page;
    this.#socket = socket;
    this.#token = token;
  }

  static come(shop: Shop, index: number): Promise<DoctorsVisitor> {
    return DoctorsVisitor.#open(shop, index, 1);
  }

  /** What a page change is: the old page's line closes, and the new page opens one. */
  openAnotherPage(): Promise<DoctorsVisitor> {
    this.leave();
    return DoctorsVisitor.#open(this.#shop, this.#index, this.#page + 1, this.#token);
  }

  leave(): void {
    this.#socket.close();
  }

  static async #open(shop: Shop, index: number, page: number, token?: string): Promise<DoctorsVisitor> {
    const headers = { origin: SHOP_ORIGIN, "user-agent": USER_AGENT };
    const socket = await opened(`${shop.url.replace(/^http/, "ws")}/ws/visitor`, headers);
    socket.send(
      JSON.stringify({
        type: "hello",
        version: PROTOCOL_VERSION,
        site: shop.siteKey,
        ...(token === undefined ? {} : { token }),
        tab: `tab-of-visitor-${index}`,
        page: { url: `${SHOP_ORIGIN}/products/tent-${index}-${page}?colour=green`, title: `Tent number ${index}` },
        looking: true,
        visit: {
          count: 1 + (index % 5),
          elapsedMs: index * 10,
          pages: page,
          cameFrom: "https://search.example/?q=tent",
        },
        language: "en-GB",
        timeZone: "Europe/London",
      }),
    );
    const welcome = await until(socket, "welcome");
    return new DoctorsVisitor(shop, index, page, socket, welcome.token ?? "");
  }
}

/** An operator who looks at the list, so that the server keeps it sorted and sends it. */
export async function openOperator({ url, siteId, cookie }: Shop): Promise<WebSocket> {
  const socket = await opened(`${url.replace(/^http/, "ws")}/ws/operator`, { origin: url, cookie });
  socket.send(JSON.stringify({ type: "hello", version: PROTOCOL_VERSION }));
  await until(socket, "welcome");
  const sort = { by: "location", descending: false };
  const filter = { text: "", statuses: [] };
  socket.send(JSON.stringify({ type: "window", window: { site: siteId, filter, sort, first: 0, count: 50 } }));
  await until(socket, "rows");
  return socket;
}

async function opened(url: string, headers: Record<string, string>): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  await once(socket, "open");
  return socket;
}

/** The next frame of this type; the server says nothing else that matters here. */
function until(socket: WebSocket, type: string): Promise<z.infer<typeof frameShape>> {
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer): void => {
      const frame = frameShape.parse(JSON.parse(data.toString()));
      if (frame.type !== type) return;
      socket.off("message", hear);
      socket.off("close", end);
      resolve(frame);
    };
    const end = (code: number): void => reject(new Error(`The server that is measured closed a line with ${code}.`));
    socket.on("message", hear);
    socket.on("close", end);
  });
}
