import type { Scenario } from "./scenario.ts";
import { consoleScenario } from "./scenarios/console.ts";
import { historyScenario } from "./scenarios/history.ts";
import { latencyScenario } from "./scenarios/latency.ts";
import { listScenario } from "./scenarios/list.ts";
import { memoryScenario } from "./scenarios/memory.ts";
import { messagesScenario } from "./scenarios/messages.ts";
import { neighbourScenario } from "./scenarios/neighbour.ts";
import { pageChangeScenario } from "./scenarios/page-change.ts";
import { phoneScenario } from "./scenarios/phone.ts";
import { reconnectScenario } from "./scenarios/reconnect.ts";
import { sizeScenario } from "./scenarios/sizes.ts";
import { soakScenario } from "./scenarios/soak.ts";
import { startScenario } from "./scenarios/start.ts";

/** Everything that is measured, in the order in which it is shown. */
export const scenarios: readonly Scenario[] = [
  messagesScenario({
    id: "B1",
    what: "messages, 200 pairs, ten in flight",
    pairs: 200,
    pairsPerOperator: 1,
    inFlight: 10,
    goals: [{ of: "ratio", is: "at least", must: 1, aim: 2 }],
  }),
  messagesScenario({
    id: "B1a",
    what: "messages, 200 pairs, one in flight",
    pairs: 200,
    pairsPerOperator: 1,
    inFlight: 1,
    goals: [{ of: "ratio", is: "at least", must: 0.8, aim: 1.2 }],
  }),
  messagesScenario({
    id: "B1b",
    what: "messages, 2,000 pairs, one in flight",
    pairs: 2_000,
    pairsPerOperator: 10,
    inFlight: 1,
    goals: [{ of: "ratio", is: "at least", must: 0.8, aim: 1.2 }],
  }),
  latencyScenario,
  memoryScenario,
  pageChangeScenario,
  listScenario,
  reconnectScenario,
  consoleScenario,
  sizeScenario,
  phoneScenario,
  startScenario,
  soakScenario,
  historyScenario,
  neighbourScenario,
];
