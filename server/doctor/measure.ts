import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Costs } from "./capacity.ts";
import { BEAT_MS, type Usage } from "./measured-server.ts";
import { DoctorsVisitor, openOperator, type Shop, SHOP_ORIGIN } from "./visitors.ts";

/** They come and go first, so that what is made once is there. */
const FORERUNNERS = 100;
const VISITORS = 400;
const BEATS = 3;
/** How many come at a time. */
const AT_ONCE = 20;
/** Until those who have left are out of the directory. */
const GONE_MS = 2_000;

const startedShape = z.object({ url: z.string(), setUpLink: z.string() });
const usageShape = z.object({ rss: z.number(), heap: z.number(), cpu: z.number() });

/**
 * Opens some hundred visitors on a server of its own, in another process, while an operator looks at the list; has them stay, and then open
 * another page. @param most visitors that there may be at once, where descriptors are few
 */
export async function measureCosts(most: number): Promise<Costs> {
  const server = fork(process.argv[1] ?? "", ["doctor-server"], {
    execArgv: [...process.execArgv, "--expose-gc"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  try {
    const gone = once(server, "exit").then(() => {
      throw new Error("The server that was to be measured has ended.");
    });
    gone.catch(() => undefined); // it always ends in the end
    const hear = (): Promise<unknown> =>
      Promise.race([once(server, "message"), gone]).then(([word]) => word as unknown);
    const usage = async (): Promise<Usage> => {
      const answer = hear();
      server.send("usage");
      return usageShape.parse(await answer);
    };
    const { url, setUpLink } = startedShape.parse(await hear());
    return await measure(await setUp(url, setUpLink), Math.min(VISITORS, most), usage);
  } finally {
    if (server.connected) server.disconnect();
  }
}

async function measure(shop: Shop, count: number, usage: () => Promise<Usage>): Promise<Costs> {
  const operator = await openOperator(shop);
  const open = (many: number): Promise<DoctorsVisitor[]> =>
    inParts(Array.from({ length: many }), (_, index) => DoctorsVisitor.come(shop, index));
  for (const visitor of await open(Math.min(FORERUNNERS, count))) visitor.leave();
  await pause(GONE_MS);
  const empty = await usage();
  const visitors = await open(count);
  const full = await usage();
  await pause(BEATS * BEAT_MS);
  const idle = await usage();
  const elsewhere = await inParts(visitors, (visitor) => visitor.openAnotherPage());
  const after = await usage();
  for (const visitor of elsewhere) visitor.leave();
  operator.terminate();
  const heapPerVisitor = Math.max(1, (full.heap - empty.heap) / count);
  return {
    visitors: count,
    baseBytes: empty.rss,
    heapBase: empty.heap,
    heapPerVisitor,
    // What the process holds grows in steps; what is on the heap is the least that it has grown by.
    bytesPerVisitor: Math.max(heapPerVisitor, (full.rss - empty.rss) / count),
    cpuPerBeat: (idle.cpu - full.cpu) / count / BEATS,
    cpuPerPage: (after.cpu - idle.cpu) / count,
  };
}

/** What a person does after the first start. */
async function setUp(url: string, setUpLink: string): Promise<Shop> {
  const answer = await fetch(`${url}/api/v1/set-up`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({
      ticket: setUpLink.split("/").at(-1),
      account: "Doctor",
      login: "doctor",
      name: "Doctor",
      password: "an apple a day keeps it away",
      site: { name: "Doctor", origins: [SHOP_ORIGIN] },
    }),
  });
  if (!answer.ok) throw new Error(`The server that was to be measured answered ${answer.status}.`);
  const { site } = z.object({ site: z.object({ id: z.string(), key: z.string() }) }).parse(await answer.json());
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { url, siteId: site.id, siteKey: site.key, cookie: cookie.join("; ") };
}

async function inParts<T, R>(all: readonly T[], act: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let first = 0; first < all.length; first += AT_ONCE) {
    const part = all.slice(first, first + AT_ONCE);
    results.push(...(await Promise.all(part.map((one, index) => act(one, first + index)))));
  }
  return results;
}
