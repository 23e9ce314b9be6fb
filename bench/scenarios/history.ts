import { rm } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Child } from "../child.ts";
import { median } from "../compare.ts";
import { type Installation, SHOP_ORIGIN } from "../installation.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { type Row, type Scenario, type Size, using } from "../scenario.ts";
import { SimulatedOperator } from "../simulated-operator.ts";
import { SimulatedVisitor } from "../simulated-visitor.ts";

/** Medians, in milliseconds. */
interface Times {
  list: number;
  search: number;
  append: number;
}

const MESSAGES: Record<Size, { ours: number; reference: number }> = {
  smoke: { ours: 4_000, reference: 400 },
  full: { ours: 1_000_000, reference: 10_000 },
};
const PER_CONVERSATION = 20;
const ASKED: Record<Size, number> = { smoke: 5, full: 50 };

/** What the history costs when there is much of it, beside the same when there is little. */
export const historyScenario: Scenario = {
  rows: [
    row("H1", "history: a page of the list", 3),
    row("H2", "history: a page of what was searched for", 20),
    row("H3", "history: a message, from saying it to its acknowledgement", 2),
  ],
  pairs: { smoke: 1, full: 1 },
  measure: async (size) => {
    const reference = await measure(MESSAGES[size].reference, ASKED[size]);
    const ours = await measure(MESSAGES[size].ours, ASKED[size]);
    return {
      H1: { ours: ours.list, reference: reference.list },
      H2: { ours: ours.search, reference: reference.search },
      H3: { ours: ours.append, reference: reference.append },
    };
  },
};

function row(id: string, what: string, must: number): Row {
  const goals = [{ of: "ratio", is: "at most", must }] as const;
  return { id, what, beside: "the same, a hundredth stored", unit: "ms", goals };
}

async function measure(messages: number, asked: number): Promise<Times> {
  return using(new Child<ShopbellAnswers>("shopbell"), async (server) => {
    const config = { apiRequestsPerMinute: 1_000_000 };
    const installation = await server.ask("start", { operators: 1, config });
    const folder = await server.ask("keepFolder");
    try {
      fill(join(folder, "shopbell.sqlite"), installation.siteId, messages);
      const search = ["common", "word1", "common word7", "wor", '"common words"'];
      return {
        list: await timed(asked, () => page(installation, "")),
        search: await timed(asked, (turn) => page(installation, search[turn % search.length] ?? "")),
        append: await appends(installation, asked),
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

/** Writes what visitors and operators said, as the server would have, with its words noted: the first search puts them into the index. */
function fill(file: string, site: string, messages: number): void {
  const database = new DatabaseSync(file, { timeout: 60_000 });
  database.exec("pragma synchronous = off; pragma cache_size = -65536"); // nothing here has to outlive the power
  const conversation = database.prepare(
    `insert into conversation (id, number, site, visitor, visitor_name, status, requested_at, accepted_at, ended_at, operator, operator_name,
      last_seq, visitor_delivered, visitor_seen, operator_delivered, operator_seen)
      values (?, ?, ?, ?, ?, 'ended', ?, ?, ?, 'operator', 'Operator', ?, 0, 0, 0, 0)`,
  );
  const message = database.prepare(
    "insert into message (conversation, seq, id, author, at, body) values (?, ?, ?, 'visitor', ?, ?)",
  );
  const noted = database.prepare("insert into noted_words (place, words) values (?, ?)");
  const many = Math.ceil(messages / PER_CONVERSATION);
  for (let number = 1; number <= many; number += 1) {
    if (number % 2_500 === 1) database.exec("begin immediate");
    const id = `filled-${String(number).padStart(9, "0")}`;
    const at = 1_700_000_000_000 + number * 60_000;
    conversation.run(id, number, site, 1_000_000 + number, `Visitor ${number}`, at, at, at, PER_CONVERSATION);
    for (let seq = 1; seq <= PER_CONVERSATION; seq += 1) {
      // A word that is everywhere, one that is in a hundredth of all, and some that are hardly anywhere.
      const text = `common words for you word${(number * 31 + seq) % 100} and rare${number * PER_CONVERSATION + seq}`;
      message.run(id, seq, `${id}-${seq}`, at + seq * 1_000, JSON.stringify({ kind: "text", text }));
      noted.run(number * 16_777_216 + seq, text);
    }
    if (number % 2_500 === 0 || number === many) database.exec("commit");
  }
  database.prepare("update counter set next = ? where name = 'conversation'").run(many + 1);
  database.close();
}

async function page({ origin, cookies }: Installation, words: string): Promise<void> {
  const answer = await fetch(`${origin}/api/v1/history?${new URLSearchParams({ words })}`, {
    headers: { cookie: cookies[0] ?? "" },
  });
  const { found } = (await answer.json()) as { found: unknown[] };
  if (!answer.ok || found.length === 0) throw new Error(`The history had nothing for "${words}".`);
}

async function appends({ origin, siteKey, cookies }: Installation, asked: number): Promise<number> {
  // Without somebody there, nothing can be said.
  const isThere = Promise.withResolvers<void>();
  const operator = new SimulatedOperator({
    server: origin,
    cookie: cookies[0] ?? "",
    onState: ({ kind }) => kind === "online" && isThere.resolve(),
  });
  const visitor = new SimulatedVisitor({ server: origin, siteKey, origin: SHOP_ORIGIN });
  operator.line.start();
  await isThere.promise;
  visitor.line.start();
  try {
    return await timed(asked, (turn) => visitor.say(`a common word, number ${turn}`));
  } finally {
    visitor.line.stop();
    operator.line.stop();
  }
}

/** The median, after one that makes what is made once. */
async function timed(times: number, act: (turn: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn <= times; turn += 1) {
    const before = performance.now();
    await act(turn);
    if (turn > 0) taken.push(performance.now() - before);
  }
  return median(taken);
}
