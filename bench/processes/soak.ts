import { setTimeout as pause } from "node:timers/promises";
import { answerQuestions } from "../child.ts";
import type { Installation } from "../installation.ts";
import { SoakDesk } from "../soak-desk.ts";
import { makeVisit, type SoakVisit } from "../soak-visit.ts";

// A shop's day in fast motion: visitors who come, browse, chat and leave, and the operators who answer them.

export interface SoakWish {
  installation: Installation;
  visitsPerSecond: number;
  pageMs: number;
  /** How often an operator does something else than to answer. */
  moveMs: number;
}

export interface SoakTally {
  visits: number;
  pages: number;
  chats: number;
  answers: number;
  /** What went wrong, if anything did: the first of it. */
  fault?: string;
}

/** Every so many visits has a chat, and every so many is made by somebody who was here before. */
const CHAT_EACH = 10;
/** How often it is looked whether a visit is due. */
const STEP_MS = 20;
const KNOWN_EACH = 4;
const TOKENS_KEPT = 1_000;
const ENDINGS = ["visitor", "operator", "gone"] as const;

const tokens: string[] = [];
const desks: SoakDesk[] = [];
const visits = new Set<Promise<void>>();
const tally: SoakTally = { visits: 0, pages: 0, chats: 0, answers: 0 };
let wish: SoakWish | undefined;
let timers: NodeJS.Timeout[] = [];

const answers = {
  open: (given: SoakWish): void => {
    wish = given;
    const { origin, siteId, cookies } = given.installation;
    for (const [index, cookie] of cookies.entries())
      desks.push(new SoakDesk({ server: origin, siteId, cookie, index, of: cookies.length }));
    for (const desk of desks) desk.start();
  },
  run: async ({ ms }: { ms: number }): Promise<SoakTally> => {
    if (wish === undefined) throw new Error("Nothing is open.");
    const { visitsPerSecond, moveMs } = wish;
    const [from, before] = [performance.now(), tally.visits];
    // By the clock: a timer that comes late makes up for it.
    const due = (): number => before + ((performance.now() - from) / 1_000) * visitsPerSecond;
    timers = [
      setInterval(() => {
        while (tally.visits < due()) begin();
      }, STEP_MS),
      ...desks.map((desk) => setInterval(() => desk.move(), moveMs)),
    ];
    await pause(ms);
    for (const timer of timers) clearInterval(timer);
    return talliedSoFar();
  },
  /** Everybody finishes what they are at, and leaves. */
  leave: async (): Promise<SoakTally> => {
    await Promise.all(visits);
    return talliedSoFar();
  },
};
export type SoakAnswers = typeof answers;

function talliedSoFar(): SoakTally {
  return { ...tally, answers: desks.reduce((sum, desk) => sum + desk.answers, 0) };
}

function begin(): void {
  if (wish === undefined) return;
  const { installation, pageMs } = wish;
  const number = ++tally.visits;
  const pages = 1 + (number % 7);
  tally.pages += pages;
  const chats = number % CHAT_EACH === 0;
  if (chats) tally.chats += 1;
  const known = number % KNOWN_EACH === 0 ? tokens.splice(Math.floor(Math.random() * tokens.length), 1)[0] : undefined;
  const visit: SoakVisit = {
    server: installation.origin,
    siteKey: installation.siteKey,
    pageMs,
    pages,
    turns: chats ? 2 + ((number / CHAT_EACH) % 5) : 0,
    ending: ENDINGS[Math.floor(number / CHAT_EACH) % ENDINGS.length] ?? "visitor",
    ...(known === undefined ? {} : { token: known }),
  };
  const done = makeVisit(visit)
    .then(
      (token) => {
        if (tokens.length < TOKENS_KEPT) tokens.push(token);
      },
      (error: unknown) => {
        tally.fault ??= String(error);
      },
    )
    .finally(() => visits.delete(done));
  visits.add(done);
}

answerQuestions(answers, () => {
  for (const timer of timers) clearInterval(timer);
  for (const desk of desks) desk.stop();
});
