import { newId } from "../client/id.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import { type Installation, SHOP_ORIGIN } from "./installation.ts";
import { Wire } from "./wire.ts";

/** A visitor and an operator in a chat with each other. Several pairs may have one operator. */
export interface Pair {
  conversation: string;
  visitor: Wire;
  operator: Wire;
}

export interface PairsWish {
  pairs: number;
  pairsPerOperator: number;
}

const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/** What a widget says first, on the shop's page number `page`. @param token of somebody who has been here before. */
export function helloOf(siteKey: string, page: number, token?: string): string {
  return JSON.stringify({
    type: "hello",
    version: PROTOCOL_VERSION,
    site: siteKey,
    ...(token === undefined ? {} : { token }),
    tab: newId(),
    page: {
      url: `${SHOP_ORIGIN}/products/tent-${page}?colour=green`,
      title: `Tent number ${page} – Northwind Outdoor`,
    },
    looking: true,
    visit: {
      count: 1 + (page % 5),
      elapsedMs: page * 10,
      pages: 1 + (page % 9),
      cameFrom: "https://search.example/?q=tent",
    },
    language: "en-GB",
    timeZone: "Europe/London",
  });
}

export function openVisitor(port: number, from?: string): Promise<Wire> {
  const headers = { Origin: SHOP_ORIGIN, "User-Agent": USER_AGENT };
  return Wire.open({ port, path: "/ws/visitor", headers, from });
}

export async function openOperator({ port, origin, cookies }: Installation, index: number): Promise<Wire> {
  const headers = { Origin: origin, Cookie: cookies[index % cookies.length] ?? "" };
  const wire = await Wire.open({ port, path: "/ws/operator", headers });
  wire.put(JSON.stringify({ type: "hello", version: PROTOCOL_VERSION }));
  await say(wire, "welcome");
  return wire;
}

/** Chats of the real server: requested by the visitor's first message, accepted and opened by the operator. */
export async function connectShopbell(installation: Installation, wish: PairsWish): Promise<Pair[]> {
  const operators = await inTurn(Math.ceil(wish.pairs / wish.pairsPerOperator), (index) =>
    openOperator(installation, index),
  );
  return inTurn(wish.pairs, async (index) => {
    const operator = pickOperator(operators, index, wish);
    const visitor = await openVisitor(installation.port);
    visitor.put(helloOf(installation.siteKey, index));
    await say(visitor, "welcome");
    visitor.put(JSON.stringify({ type: "send", id: newId(), text: "Hello" }));
    const conversation = String((await say(visitor, "ack"))["conversation"]);
    operator.put(JSON.stringify({ type: "accept", id: newId(), conversation }));
    await say(operator, "ack");
    operator.put(JSON.stringify({ type: "open", id: newId(), conversation, after: 3 }));
    await say(operator, "ack");
    return { conversation, visitor, operator };
  });
}

/** The same sockets to the bare relay. */
export async function connectRelay(port: number, wish: PairsWish): Promise<Pair[]> {
  const open = (): Promise<Wire> => Wire.open({ port, path: "/" });
  const operators = await inTurn(Math.ceil(wish.pairs / wish.pairsPerOperator), open);
  return inTurn(wish.pairs, async (index) => {
    const operator = pickOperator(operators, index, wish);
    const visitor = await open();
    const conversation = newId().slice(0, 22); // as long as the server's own
    for (const [wire, side] of [
      [visitor, "visitor"],
      [operator, "operator"],
    ] as const) {
      wire.put(JSON.stringify({ type: "join", conversation, side }));
      await say(wire, "welcome");
    }
    return { conversation, visitor, operator };
  });
}

/** Sends what was put, and waits for the next frame of this type. */
async function say(wire: Wire, answer: string): Promise<Record<string, unknown>> {
  wire.flush();
  return wire.until((frame) => {
    if (frame["type"] === "refused") throw new Error(`Refused: ${JSON.stringify(frame)}`);
    return frame["type"] === answer ? frame : undefined;
  });
}

function pickOperator(operators: readonly Wire[], index: number, { pairsPerOperator }: PairsWish): Wire {
  const operator = operators[Math.floor(index / pairsPerOperator)];
  if (operator === undefined) throw new Error(`There is no operator for pair ${index}.`);
  return operator;
}

/** One after the other: the start is not what is measured. */
async function inTurn<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let index = 0; index < count; index += 1) made.push(await make(index));
  return made;
}
