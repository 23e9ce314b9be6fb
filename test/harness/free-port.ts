import { createServer } from "node:net";

// Below the ports that systems hand to outgoing connections (Linux: from 32768): while the server that had it is down, no
// connection of anybody takes a port from here by chance.
const LOWEST = 12_000;
const HIGHEST = 30_000;
/** Each process of the tests has so many for itself, so that none takes what another has just found free, or is about to have again. */
const OWN = 30;

const first = LOWEST + (process.pid % ((HIGHEST - LOWEST) / OWN)) * OWN;
let given = 0;

/** A port that a server can have again after a restart. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < OWN; tries += 1) {
    const port = first + (given % OWN);
    given += 1;
    if (await isFree(port)) return port;
  }
  throw new Error(`None of the ports from ${first} to ${first + OWN - 1} is free.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
