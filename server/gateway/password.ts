import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { ChatError } from "../../chat/error.ts";

/** OWASP's least for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane; about 30 ms. RFC 9106 § 4 for the lengths. */
const COST = { memory: 19 * 1024, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Each computation takes one of libuv's four threads, and the files need some too. */
const AT_ONCE = 2;
/** At 30 ms each, the last in the queue waits for about a second. */
const MOST_WAITING = 64;

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{43})$/;

const derive = promisify<"argon2id", Argon2Parameters, Buffer>(argon2);
// The threads are the process's, so the bound is, too.
const waiting: (() => void)[] = [];
let running = 0;

/** A PHC string that carries the salt and the cost, so that the cost can rise later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const hash = await compute(password, nonce, COST);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(nonce)}$${encode(hash)}`;
}

/**
 * Whether the password is the one behind the PHC string. Without a string (nobody has that login) it takes as long and says no, so that
 * the time does not tell which logins exist.
 */
export async function verifyPassword(password: string, phc: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, salt = "", hash = ""] = PHC.exec(phc ?? "") ?? [];
  if (memory === undefined) {
    await compute(password, Buffer.alloc(SALT_BYTES), COST);
    return false;
  }
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return timingSafeEqual(Buffer.from(hash, "base64"), await compute(password, Buffer.from(salt, "base64"), cost));
}

interface Cost {
  memory: number;
  passes: number;
  parallelism: number;
}

async function compute(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) {
      throw new ChatError("overloaded", "Too many people sign in just now. Please try again in a few seconds.");
    }
    await new Promise<void>((resolve) => waiting.push(resolve)); // whoever is done hands its place over
  } else {
    running += 1;
  }
  try {
    // The same password typed on another keyboard may come as other code points (NIST SP 800-63B § 3.1.1.2).
    return await derive("argon2id", { message: password.normalize("NFKC"), nonce, tagLength: HASH_BYTES, ...cost });
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function encode(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
