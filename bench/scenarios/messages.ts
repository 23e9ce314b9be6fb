import { Child } from "../child.ts";
import type { LoadAnswers, LoadResult } from "../processes/load.ts";
import type { RelayAnswers } from "../processes/relay.ts";
import type { ShopbellAnswers } from "../processes/shopbell.ts";
import { bothSides, type Row, type RunOptions, type Scenario, type Size, using } from "../scenario.ts";
import type { Usage } from "../usage.ts";

interface Load {
  pairs: number;
  pairsPerOperator: number;
  inFlight: number;
}

/** Accounts of operators; their windows share them. Each costs a password's hash to make. */
const ACCOUNTS: Record<Size, number> = { smoke: 1, full: 4 };

const WARM_UP_MS: Record<Size, number> = { smoke: 100, full: 1_500 };
const MEASURE_MS: Record<Size, number> = { smoke: 200, full: 4_000 };

/** Messages a second through the whole server, each flushed, acknowledged and delivered. */
export function messagesScenario({ id, what, goals, ...load }: Pick<Row, "id" | "what" | "goals"> & Load): Scenario {
  return {
    rows: [{ id, what, beside: "bare ws relay", unit: "messages/s", goals }],
    pairs: { smoke: 1, full: 5 },
    measure: async (size, oursFirst, options) => {
      const ours = (): Promise<Figures> => measureShopbell(load, size, options);
      const both = await bothSides(oursFirst, ours, () => measureRelay(load, size));
      const notes = {
        "our server's CPU µs per message": both.ours.cpuPerMessage,
        "of which its event loop": both.ours.loopCpuPerMessage,
        "the relay's": both.reference.cpuPerMessage,
        "our event loop busy": both.ours.serverBusy,
        "the relay's loop": both.reference.serverBusy,
        "the generator's with ours": both.ours.generatorBusy,
        "with the relay": both.reference.generatorBusy,
      };
      return { [id]: { ours: both.ours.perSecond, reference: both.reference.perSecond, notes } };
    },
  };
}

interface Figures {
  perSecond: number;
  cpuPerMessage: number;
  loopCpuPerMessage: number;
  /** How much of the time the event loops were busy, from 0 to 1. */
  generatorBusy: number;
  serverBusy: number;
}

async function measureShopbell(load: Load, size: Size, { profile }: RunOptions): Promise<Figures> {
  const flags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  return using(new Child<ShopbellAnswers>("shopbell", { flags }), async (server) => {
    const installation = await server.ask("start", { operators: ACCOUNTS[size], config: {} });
    return using(new Child<LoadAnswers>("load"), async (generator) => {
      await generator.ask("connectShopbell", { installation, wish: scaled(load, size) });
      return run(generator, server, load, size);
    });
  });
}

async function measureRelay(load: Load, size: Size): Promise<Figures> {
  return using(new Child<RelayAnswers>("relay"), async (server) => {
    const { port } = await server.ask("start");
    return using(new Child<LoadAnswers>("load"), async (generator) => {
      await generator.ask("connectRelay", { port, wish: scaled(load, size) });
      return run(generator, server, load, size);
    });
  });
}

async function run(
  generator: Child<LoadAnswers>,
  server: Child<RelayAnswers> | Child<ShopbellAnswers>,
  { inFlight }: Pick<Load, "inFlight">,
  size: Size,
): Promise<Figures> {
  const usage = (): Promise<Usage> => (server as Child<RelayAnswers>).ask("usage");
  await generator.ask("begin", { most: inFlight, warmUpMs: WARM_UP_MS[size] });
  const before = await usage();
  const { messages, ms, busy }: LoadResult = await generator.ask("measure", { ms: MEASURE_MS[size] });
  const after = await usage();
  await generator.ask("end");
  return {
    perSecond: (messages / ms) * 1000,
    cpuPerMessage: (after.cpu - before.cpu) / messages,
    loopCpuPerMessage: (after.loopCpu - before.loopCpu) / messages,
    generatorBusy: busy,
    serverBusy: (after.busyMs - before.busyMs) / ms,
  };
}

function scaled(
  { pairs, pairsPerOperator }: Pick<Load, "pairs" | "pairsPerOperator">,
  size: Size,
): { pairs: number; pairsPerOperator: number } {
  return { pairs: size === "full" ? pairs : Math.min(pairs, 10), pairsPerOperator };
}
