import { createServer } from "node:net";

// Below the ports that systems hand to outgoing connections (Linux: from 32768): while the server that had it is down, no
// connection of anybody takes a port from here by chance.
const LOWEST = 12_000;
const HIGHEST = 30_000;

/** A port that a server can have again after a restart. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) return port;
  }
  throw new Error("No port is free.");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
