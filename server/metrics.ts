import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { Bus } from "../chat/bus.ts";
import { portOf } from "./port-of.ts";

interface Parts {
  bus: Bus;
  counts: () => { visitorSockets: number; operatorSockets: number; visitors: number };
}

/** Figures for Prometheus, on a port of their own, so that they are never on the public one by mistake. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #server: Server;
  readonly #stopListening: () => void;

  constructor({ bus, counts }: Parts) {
    // Among them the event loop's lag, memory and garbage collection.
    collectDefaultMetrics({ register: this.#registry });
    const gauge = (name: string, help: string, value: () => number): void => {
      void new Gauge({
        name,
        help,
        registers: [this.#registry],
        collect() {
          this.set(value());
        },
      });
    };
    gauge("shopbell_visitors", "Visitors who are here now.", () => counts().visitors);
    gauge("shopbell_visitor_sockets", "Open lines of visitors.", () => counts().visitorSockets);
    gauge("shopbell_operator_sockets", "Open lines of operators.", () => counts().operatorSockets);
    const messages = new Counter({
      name: "shopbell_messages_total",
      help: "Entries added to conversations since the start.",
      registers: [this.#registry],
    });
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
}
