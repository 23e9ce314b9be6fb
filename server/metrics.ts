import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Bus } from "../chat/bus.ts";
import type { Store } from "../chat/store.ts";
import { LOAD_LEVELS } from "./gateway/load-rule.ts";
import type { Counts } from "./gateway/sockets.ts";
import { portOf } from "./port-of.ts";

/** Figures for Prometheus, on a port of their own, so that they are never on the public one by mistake. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #server: Server;
  readonly #stopListening: () => void;

  constructor(bus: Bus) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry }); // among them the event loop's lag, memory and garbage collection
    const help = "Entries added to conversations since the start.";
    const messages = new Counter({ name: "shopbell_messages_total", help, registers });
    this.#stopListening = bus.listen((announcement) => {
      if (announcement.type === "messages") messages.inc(announcement.messages.length);
    });
    this.#server = createServer((request, response) => {
      if (request.url !== "/metrics") {
        response.writeHead(404).end();
        return;
      }
      this.#registry.metrics().then(
        (text) => response.writeHead(200, { "Content-Type": this.#registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
  }

  /** The same store, each verb of which is timed: for what writes, from the call until it is on disk, the wait for its group included. */
  watch(store: Store): Store {
    const seconds = new Histogram({
      name: "shopbell_store_seconds",
      help: "From the call of a verb of the store until its result; for what writes, until it is on disk.",
      labelNames: ["verb"],
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers: [this.#registry],
    });
    return new Proxy(store, {
      get(target, verb) {
        const value: unknown = Reflect.get(target, verb);
        if (typeof value !== "function" || typeof verb !== "string") return value;
        return async (...given: unknown[]) => {
          const done = seconds.startTimer({ verb });
          try {
            return (await Reflect.apply(value, target, given)) as unknown;
          } finally {
            done();
          }
        };
      },
    });
  }

  /** Asks for the sockets whenever Prometheus does. */
  count(counts: () => Counts): void {
    this.#gauge("shopbell_visitors", "Visitors who are here now.", () => counts().visitors);
    this.#gauge("shopbell_visitor_sockets", "Open lines of visitors.", () => counts().visitorSockets);
    this.#gauge("shopbell_operator_sockets", "Open lines of operators.", () => counts().operatorSockets);
    const level =
      "0: normal, 1: busy, the list is sent less often, 2: overloaded, new visitors are asked to come back later.";
    this.#gauge("shopbell_overload_level", level, () => LOAD_LEVELS.indexOf(counts().level));
    this.#gauge("shopbell_busy_ratio", "How busy the event loop was, from 0 to 1.", () => counts().busy);
    this.#gauge("shopbell_delay_seconds", "How long what came waited for its turn.", () => counts().delayMs / 1_000);
    const putOff: Counter = new Counter({
      name: "shopbell_visitors_put_off_total",
      help: "Visitors without a chat who were asked to come back later.",
      registers: [this.#registry],
      collect: () => {
        putOff.reset();
        putOff.inc(counts().visitorsPutOff);
      },
    });
  }

  /** Gives the port it listens on. */
  async listen(port: number, host: string): Promise<number> {
    this.#server.listen(port, host);
    await once(this.#server, "listening");
    return portOf(this.#server);
  }

  async close(): Promise<void> {
    this.#stopListening();
    this.#registry.clear();
    if (!this.#server.listening) return;
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  #gauge(name: string, help: string, value: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.#registry], collect: () => gauge.set(value()) });
  }
}
