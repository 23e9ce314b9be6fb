import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import type { TestContext } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { Random } from "./random.ts";

/** One line through the network: what either side says is held up and, once the line is cut, lost or late. */
interface Line {
  client: Socket;
  server: Socket;
  /** Nothing passes any more, and neither side is told. */
  isSilent: boolean;
}

/** The longest that a piece is held up. */
const DELAY_MS = 30;

/**
 * A small TCP proxy that a test makes worse: it holds pieces up, cuts them in two, cuts lines in the middle of one, lets lines go
 * silent, and lets the server hear the rest of a line whose client is back on another one already. It begins well and ends well.
 */
export class BadNetwork {
  readonly url: string;
  readonly #listener: Server;
  readonly #random: Random;
  readonly #lines = new Set<Line>();
  isBad = false;

  private constructor(listener: Server, random: Random) {
    this.#listener = listener;
    this.#random = random;
    this.url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  }

  /** @param port where the server listens, now or later, on this computer. */
  static async start(t: TestContext, port: number, random: Random): Promise<BadNetwork> {
    const listener = createServer({ noDelay: true });
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const network = new BadNetwork(listener, random);
    listener.on("connection", (client) => network.#join(client, port));
    t.after(() => network.#stop());
    return network;
  }

  /** Something goes wrong with one line, whichever. */
  harm(): void {
    const line = this.#random.pick([...this.#lines]);
    if (line === undefined) return;
    switch (this.#random.below(4)) {
      case 0: // both sides notice at once
        line.client.destroy();
        line.server.destroy();
        return;
      case 1: // the client is gone, and the server still hears what is under way; then its end
        line.client.destroy();
        return;
      case 2: // the server is gone, and the client does not notice yet
        line.server.destroy();
        line.isSilent = true;
        return;
      default: // nobody notices, until a heartbeat fails to come
        line.isSilent = true;
    }
  }

  /** From here on everything passes at once. Lines that had gone silent are cut. */
  heal(): void {
    this.isBad = false;
    for (const line of this.#lines) {
      if (!line.isSilent) continue;
      line.client.destroy();
      line.server.destroy();
    }
  }

  #join(client: Socket, port: number): void {
    const server = connect({ port, host: "127.0.0.1", noDelay: true });
    const line: Line = { client, server, isSilent: false };
    this.#lines.add(line);
    this.#carry(line, client, server);
    this.#carry(line, server, client);
    const gone = (): void => {
      if (client.destroyed && server.destroyed) this.#lines.delete(line);
    };
    for (const end of [client, server]) end.on("error", () => end.destroy()).on("close", gone);
  }

  /** Carries what `from` says to `to`, in order. */
  #carry(line: Line, from: Socket, to: Socket): void {
    let last = Promise.resolve();
    const then = (act: () => void): void => {
      const ms = this.isBad ? this.#random.below(DELAY_MS) : 0;
      last = last.then(async () => {
        if (ms > 0) await setTimeout(ms);
        if (!line.isSilent && !to.destroyed) act();
      });
    };
    from.on("data", (piece) => {
      const at = this.isBad && this.#random.oneIn(4) ? this.#random.below(piece.length) : piece.length;
      then(() => to.write(piece.subarray(0, at)));
      if (at === piece.length) return;
      // Cut in two; sometimes the second half never comes.
      if (this.#random.oneIn(10)) then(() => to.destroy());
      else then(() => to.write(piece.subarray(at)));
    });
    // What is under way still arrives.
    from.on("close", () => then(() => to.end()));
  }

  async #stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#listener.close(resolve));
    for (const { client, server } of this.#lines) {
      client.destroy();
      server.destroy();
    }
    await closed;
  }
}
