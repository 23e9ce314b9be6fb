import { addressOf } from "../address.ts";
import { answerQuestions } from "../child.ts";
import type { Installation } from "../installation.ts";
import { helloOf, openOperator, openVisitor } from "../pairs.ts";
import { Wire } from "../wire.ts";

// Visitors who have opened a page and do nothing: they answer the server's pings, and that is all.

const wires: Wire[] = [];
const watching: Wire[] = [];
/** By which those who come again are known. */
const tokens: string[] = [];
/** So many at a time: more than one, to be quick, and not all, so that no queue of connections runs over. */
const AT_ONCE = 50;

const answers = {
  /** An operator who looks at the list, so that the server keeps it sorted. */
  watch: async ({ installation }: { installation: Installation }): Promise<void> => {
    const operator = await openOperator(installation, 0);
    const sort = { by: "location", descending: false };
    const window = { site: installation.siteId, filter: { text: "", statuses: [] }, sort, first: 0, count: 50 };
    operator.send(JSON.stringify({ type: "window", window }));
    await operator.until((frame) => (frame["type"] === "rows" ? true : undefined));
    operator.onFrame = () => undefined;
    watching.push(operator);
  },
  visitShopbell: ({ installation, count }: { installation: Installation; count: number }): Promise<void> =>
    many(count, async (index) => {
      const wire = await openVisitor(installation.port, addressOf(index));
      wire.send(helloOf(installation.siteKey, index, tokens[index]));
      tokens[index] = await wire.until((frame) => (frame["type"] === "welcome" ? String(frame["token"]) : undefined));
      wires.push(wire);
    }),
  visitRelay: ({ port, count }: { port: number; count: number }): Promise<void> =>
    many(count, async (index) => {
      const wire = await Wire.open({ port, path: "/", from: addressOf(index) });
      // One message there and one back, as much as a greeting: a socket that has never spoken is smaller.
      wire.send(JSON.stringify({ type: "join", conversation: "nobody", side: "visitor" }));
      await wire.until((frame) => (frame["type"] === "welcome" ? true : undefined));
      wires.push(wire);
    }),
  /** The visitors leave. */
  leave: async (): Promise<void> => {
    for (const wire of wires.splice(0)) wire.close();
  },
  /** Everybody does. */
  hangUp: async (): Promise<void> => {
    for (const wire of [...wires.splice(0), ...watching.splice(0)]) wire.close();
  },
};
export type IdleAnswers = typeof answers;

async function many(count: number, open: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) await open(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

answerQuestions(answers, () => answers.hangUp());
