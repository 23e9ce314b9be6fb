import type { Logger } from "pino";
import type { Operator } from "../../chat/operator.ts";
import type { Store } from "../../chat/store.ts";
import type { World } from "../../chat/world.ts";
import { HttpRefusal } from "./http-refusal.ts";
import { limitKey } from "./limit-key.ts";
import { verifyPassword } from "./password.ts";
import { TokenBuckets } from "./token-buckets.ts";

/** At most so often the log says that somebody may be guessing. */
const TELL_EVERY_MS = 60_000;
const MOST_KEYS = 10_000; // about a megabyte; to push a key out, an attacker needs as many networks

interface Parts {
  store: Store;
  world: World;
  log: Logger;
  bounds: { signInsPerLogin: number; signInsPerAddress: number; signInWindowMs: number };
}

/** Checks passwords, a limited number of times: by login and by address. A right password costs no attempt. */
export class SignIns {
  readonly #store: Store;
  readonly #world: World;
  readonly #log: Logger;
  readonly #byLogin: TokenBuckets;
  readonly #byAddress: TokenBuckets;

  #refused = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor({ store, world, log, bounds }: Parts) {
    const { signInsPerLogin, signInsPerAddress, signInWindowMs: windowMs } = bounds;
    this.#store = store;
    this.#world = world;
    this.#log = log;
    const now = (): number => world.now();
    this.#byLogin = new TokenBuckets({ capacity: signInsPerLogin, windowMs, mostKeys: MOST_KEYS }, now);
    this.#byAddress = new TokenBuckets({ capacity: signInsPerAddress, windowMs, mostKeys: MOST_KEYS }, now);
  }

  /**
   * The operator of this login and password.
   * @throws HttpRefusal `wrong-password`, whether or not the login exists, `too-fast`, or `suspended`
   */
  async check(given: { login: string; password: string; address: string }): Promise<Operator> {
    const login = given.login.normalize("NFC").toLowerCase();
    const address = limitKey(given.address);
    const waitMs = Math.max(this.#byLogin.waitMs(login), this.#byAddress.waitMs(address));
    if (waitMs > 0) {
      this.#tell(given.address);
      throw new HttpRefusal(429, "too-fast", `Too many attempts. Please wait ${inWords(waitMs)}.`, waitMs);
    }
    // Taken before the password is checked, so that attempts at the same moment count as well.
    this.#byLogin.take(login);
    this.#byAddress.take(address);
    const operator = await this.#store.operatorByLogin(given.login);
    const isRight = await verifyPassword(given.password, operator?.passwordHash);
    if (operator === undefined || !isRight) {
      throw new HttpRefusal(401, "wrong-password", "The operator ID and the password do not belong together.");
    }
    this.#byLogin.giveBack(login);
    this.#byAddress.giveBack(address);
    if (operator.suspendedAt !== undefined) refuseSuspended();
    return operator;
  }

  /** An administrator may want to shut the address out. The login stays out of the log: people type passwords there. */
  #tell(address: string): void {
    this.#refused += 1;
    if (this.#world.now() - this.#toldAt < TELL_EVERY_MS) return;
    this.#log.warn(
      { address, refused: this.#refused },
      "attempts to sign in are refused: somebody may be guessing passwords",
    );
    this.#toldAt = this.#world.now();
    this.#refused = 0;
  }
}

/** Told only to somebody who knows the password. */
export function refuseSuspended(): never {
  throw new HttpRefusal(403, "suspended", "Your account is suspended. Please ask the owner or an administrator.");
}

function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
