import { closeName } from "../../protocol/close.ts";
import { answerQuestions } from "../child.ts";
import { Shopper, type ShopperOptions } from "../shopper.ts";

// A part of the crowd, in a process of its own.

export interface Part extends Pick<ShopperOptions, "server" | "siteKey" | "origin" | "pageMs" | "ownAddress"> {
  first: number;
  count: number;
  /** New lines each second, so that the server is not taken by storm. */
  perSecond: number;
}

/** How many lines are in which state; for those the server has turned away for good, why. */
export type Tally = Record<string, number>;

const shoppers: Shopper[] = [];
/** How often lines are begun. */
const STEP_MS = 50;

const answers = {
  gather: ({ first, count, perSecond, ...rest }: Part): void => {
    const timer = setInterval(() => {
      const many = Math.max(1, Math.round((perSecond * STEP_MS) / 1000));
      for (let made = 0; made < many && shoppers.length < count; made += 1) {
        const shopper = new Shopper({ ...rest, index: first + shoppers.length, onState: () => undefined });
        shoppers.push(shopper);
        shopper.start();
      }
      if (shoppers.length >= count) clearInterval(timer);
    }, STEP_MS);
  },
  tally: (): Tally => {
    const tally: Tally = {};
    for (const { visitor } of shoppers) {
      const { state } = visitor.line;
      const name = state.kind === "closed" ? (closeName(state.code) ?? "stopped") : state.kind;
      tally[name] = (tally[name] ?? 0) + 1;
    }
    return tally;
  },
};
export type CrowdAnswers = typeof answers;

answerQuestions(answers, () => {
  for (const shopper of shoppers) shopper.stop();
});
