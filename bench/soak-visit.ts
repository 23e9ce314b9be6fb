import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../client/id.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import { SHOP_ORIGIN } from "./installation.ts";
import { SimulatedVisitor } from "./simulated-visitor.ts";

export interface SoakVisit {
  server: string;
  siteKey: string;
  /** Of somebody who has been here before. */
  token?: string;
  /** How long each page is looked at, on average. */
  pageMs: number;
  pages: number;
  /** How often the visitor writes and waits for an answer; 0: no chat. */
  turns: number;
  /** How the chat ends: the visitor ends it, asks the operator to, or leaves without a word. */
  ending: "visitor" | "operator" | "gone";
}

/** What a visitor writes when the operator is to end the chat. */
export const GOODBYE = "Thank you, goodbye.";

/** A line that does not come up, or an operator who does not answer, within this is a fault of the run. */
const PATIENCE_MS = 100_000;

/** A visit from the first page to the last, by a widget without a screen. @returns the token by which the visitor is known again. */
export async function makeVisit(visit: SoakVisit): Promise<string> {
  let page = new SoakPage(visit, newId(), visit.token);
  await page.isOnline;
  for (let number = 1; number <= Math.max(visit.pages, visit.turns); number += 1) {
    if (number <= visit.turns) await ask(page, number);
    await pause(2 * Math.random() * visit.pageMs);
    if (number >= visit.pages) continue;
    // Most shops load a new document for each page, some change the one they have.
    if (number % 2 === 0) page.visitor.go(`${SHOP_ORIGIN}/products/tent-${number}`, `Tent number ${number}`);
    else page = await page.next();
  }
  if (visit.turns > 0) await end(page, visit.ending);
  if (visit.ending === "gone") page.visitor.line.stop();
  else page.visitor.leave();
  return page.visitor.token ?? "";
}

async function ask(page: SoakPage, number: number): Promise<void> {
  const before = page.answers;
  await page.visitor.say(`Does the tent number ${number} fit two pads?`);
  await until(() => page.answers > before, "an answer");
}

async function end({ visitor }: SoakPage, ending: SoakVisit["ending"]): Promise<void> {
  // On a machine that stands still for long the chat may be over by now.
  if (ending === "gone" || visitor.conversation === undefined) return;
  if (ending === "operator") await visitor.say(GOODBYE);
  else await visitor.line.ask({ type: "end", id: newId(), conversation: visitor.conversation.id });
  await until(() => visitor.conversation?.status === "ended", "the end");
}

/** A document with a widget in it. What a visit leaves on one page it finds on the next. */
class SoakPage {
  readonly visitor: SimulatedVisitor;
  readonly isOnline: Promise<void>;
  readonly #visit: SoakVisit;
  readonly #tab: string;

  constructor(visit: SoakVisit, tab: string, token: string | undefined) {
    this.#visit = visit;
    this.#tab = tab;
    const online = Promise.withResolvers<void>();
    this.isOnline = online.promise;
    this.visitor = new SimulatedVisitor({
      server: visit.server,
      siteKey: visit.siteKey,
      origin: SHOP_ORIGIN,
      tab,
      ...(token === undefined ? {} : { token }),
      onState: ({ kind }) => {
        if (kind === "online") online.resolve();
        if (kind === "closed") online.resolve(); // it was stopped, or the next `until` finds out
      },
      onFrame: (frame) => this.#answer(frame),
    });
    this.visitor.line.start();
  }

  /** What operators have written in the chat. */
  get answers(): number {
    return this.visitor.messages.filter(({ author, body }) => author.kind === "operator" && body.kind === "text")
      .length;
  }

  /** Goes to another document, in the same tab. */
  async next(): Promise<SoakPage> {
    const { token } = this.visitor;
    this.visitor.line.stop();
    const page = new SoakPage(this.#visit, this.#tab, token);
    await page.isOnline;
    return page;
  }

  #answer(frame: ToVisitor): void {
    if (frame.type !== "invitation") return;
    const invitation = frame.invitation.id;
    for (const answer of ["shown", "declined"] as const)
      this.visitor.line.ask({ type: "invitation", id: newId(), invitation, answer }).catch(() => undefined); // it may be over
  }
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  const last = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (performance.now() > last) throw new Error(`A visitor waited for ${what} in vain.`);
    await pause(20);
  }
}
