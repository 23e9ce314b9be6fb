import { answerQuestions } from "../child.ts";
import { helloOf, pageOf, SAVED_FILTERS, type Shopful, userAgentOf, windowsOf } from "../browsing.ts";
import { type Installation, SHOP_ORIGIN } from "../installation.ts";
import { openOperator } from "../pairs.ts";
import { Wire } from "../wire.ts";

// A shop full of visitors, some of whom go from page to page, and operators who watch.

/** What the operators were sent, in bytes each second. */
export interface Sent {
  /** The one who was sent the most. */
  most: number;
  mean: number;
  /** Rows each second, of all operators together. */
  rows: number;
}

/** So many connect at a time. */
const AT_ONCE = 50;
/** Connections from one address: few enough that the system soon finds a free port, see `addressOf` in address.ts. */
const PER_ADDRESS = 500;
/** Every so many operators have their saved filters counted. */
const COUNTED_IN = 4;
const STEP_MS = 5;
/** A frame's header, of a frame that is neither tiny nor huge. */
const HEADER_BYTES = 4;
const VISITOR = Buffer.from('{"visitor":');

let come = 0;
const visitors: Wire[] = [];
const operators: { wire: Wire; bytes: number; rows: number }[] = [];

const answers = {
  /**
   * The next so many come. Those who sit leave at once: the server's grace, set long, keeps them in the list and needs no socket.
   * @returns whether everybody is there.
   */
  come: async ({ installation, shopful, count }: { installation: Installation; shopful: Shopful; count: number }) => {
    const all = shopful.near + shopful.far;
    const until = Math.min(all, come + count);
    const work = async (): Promise<void> => {
      while (come < until) await visit(installation, come++, shopful);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return come === all;
  },
  watch: async ({ installation, shopful }: { installation: Installation; shopful: Shopful }): Promise<void> => {
    for (const [index, window] of windowsOf(installation.siteId, shopful).entries()) {
      const wire = await openOperator(installation, index);
      const operator = { wire, bytes: 0, rows: 0 };
      wire.put(JSON.stringify({ type: "window", window }));
      if (index % COUNTED_IN === 0) {
        wire.put(JSON.stringify({ type: "count", site: installation.siteId, filters: SAVED_FILTERS }));
      }
      wire.flush();
      const shown = await wire.until((frame) => (frame["type"] === "rows" ? (frame["order"] as unknown[]) : undefined));
      if (shown.length === 0) throw new Error(`Window ${index} shows nobody.`);
      wire.onFrame = (buffer, start, end) => {
        operator.bytes += end - start + HEADER_BYTES;
        operator.rows += countRows(buffer, start, end);
      };
      operators.push(operator);
    }
  },
  /** Page views at an even pace, each visitor's in turn. @returns what the operators were sent meanwhile. */
  browse: async ({ perSecond, ms }: { perSecond: number; ms: number }): Promise<Sent> => {
    for (const operator of operators) Object.assign(operator, { bytes: 0, rows: 0 });
    await browse(perSecond, ms);
    const each = operators.map(({ bytes }) => (bytes * 1_000) / ms);
    return {
      most: Math.max(...each),
      mean: each.reduce((sum, bytes) => sum + bytes, 0) / each.length,
      rows: (operators.reduce((sum, { rows }) => sum + rows, 0) * 1_000) / ms,
    };
  },
};
export type BrowseAnswers = typeof answers;

async function visit(installation: Installation, index: number, shopful: Shopful): Promise<void> {
  const wire = await Wire.open({
    port: installation.port,
    path: "/ws/visitor",
    headers: { Origin: SHOP_ORIGIN, "User-Agent": userAgentOf(index) },
    ...(process.platform === "linux" && { from: addressOf(index, shopful) }),
  });
  wire.send(helloOf(installation.siteKey, index, shopful));
  await wire.until((frame) => (frame["type"] === "welcome" ? true : undefined));
  if (index < shopful.near && index % shopful.oneIn === 0) visitors.push(wire);
  else wire.close();
}

function addressOf(index: number, { near }: Shopful): string {
  const block = index < near ? 0 : 1;
  return `127.0.${block}.${2 + Math.floor(index / PER_ADDRESS)}`;
}

/** How many page views there have been; the next one's page follows from it, the same in every run. */
let views = 0;

function browse(perSecond: number, ms: number): Promise<void> {
  const from = performance.now();
  const total = Math.floor((perSecond * ms) / 1_000);
  let viewed = 0;
  return new Promise((resolve) => {
    const step = (): void => {
      const due = Math.min(total, Math.floor(((performance.now() - from) * perSecond) / 1_000));
      for (; viewed < due; viewed += 1) {
        const round = Math.floor(views / visitors.length);
        const page = pageOf(views * 31 + round);
        visitors[views % visitors.length]?.send(JSON.stringify({ type: "page", page }));
        views += 1;
      }
      if (viewed < total) setTimeout(step, STEP_MS);
      else resolve();
    };
    step();
  });
}

function countRows(buffer: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = buffer.indexOf(VISITOR, start); at >= 0 && at < end; at = buffer.indexOf(VISITOR, at + 1)) count += 1;
  return count;
}

answerQuestions(answers, () => {
  for (const wire of visitors) wire.close();
  for (const { wire } of operators) wire.close();
});
