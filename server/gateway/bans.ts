import { type Ban, type BanWish, isInForce } from "../../chat/ban.ts";
import type { Bus } from "../../chat/bus.ts";
import { checkText } from "../../chat/check-text.ts";
import { ChatError } from "../../chat/error.ts";
import { type Actor, may, mustBeAllowed } from "../../chat/permissions.ts";
import type { Store } from "../../chat/store.ts";
import type { World } from "../../chat/world.ts";
import { limitKey } from "./limit-key.ts";

interface Parts {
  store: Store;
  bus: Bus;
  world: World;
  /** Most bans in force, all in all. */
  most: number;
}

const REASON_LENGTH = 200;

/** Who is kept out, at hand: every visitor's first message asks. The store remains the truth. */
export class Bans {
  readonly #parts: Parts;
  readonly #byId = new Map<string, Ban>();
  /** By site and visitor, and by site and network; several may hold the same. */
  readonly #byKey = new Map<string, Set<Ban>>();
  #stopListening: () => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads them, once, before anybody connects, and from then on learns of changes. */
  async load(): Promise<void> {
    this.#stopListening = this.#parts.bus.listen((announcement) => {
      if (announcement.type === "ban") this.#learn(announcement.ban);
      if (announcement.type === "ban-lifted") this.#forget(announcement.ban);
    });
    for (const ban of await this.#parts.store.bans(this.#parts.world.now())) this.#learn(ban);
  }

  close(): void {
    this.#stopListening();
  }

  /** Whether this visitor, from this address, is kept out of the site. */
  isBanned(site: string, visitor: number | undefined, address: string): boolean {
    const keys = [networkKey(site, address), ...(visitor === undefined ? [] : [visitorKey(site, visitor)])];
    const now = this.#parts.world.now();
    return keys.some((key) => [...(this.#byKey.get(key) ?? [])].some((ban) => isInForce(ban, now)));
  }

  /** Those in force on the sites that the operator may look after, newest first. */
  of(by: Actor): Ban[] {
    const now = this.#parts.world.now();
    const own = [...this.#byId.values()].filter((ban) => isInForce(ban, now) && may(by, "ban.see", { site: ban.site }));
    return own.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
  }

  async add(by: Actor & { name: string }, { forMs, ...wish }: BanWish): Promise<Ban> {
    mustBeAllowed(by, "visitor.ban", { site: wish.site });
    if (wish.visitor === undefined && wish.address === undefined)
      throw new ChatError("bad-message", "Say whom to ban: a visitor, an address, or both.");
    const { store, bus, world, most } = this.#parts;
    const now = world.now();
    const ban: Ban = {
      ...wish,
      reason: wish.reason.trim() === "" ? "" : checkText(wish.reason, REASON_LENGTH),
      id: world.newId(),
      by: { id: by.id, name: by.name },
      createdAt: now,
      ...(forMs === undefined ? {} : { expiresAt: now + forMs }),
    };
    if (!(await store.addBan(ban, most)))
      throw new ChatError("not-allowed", `There can be ${most} bans; --bans raises the bound. Lift some that are old.`);
    this.#learn(ban);
    bus.announce({ type: "ban", ban });
    return ban;
  }

  async lift(by: Actor, id: string): Promise<void> {
    const ban = this.#byId.get(id);
    if (ban === undefined) throw new ChatError("not-found", "This ban is over already.");
    mustBeAllowed(by, "ban.lift", { site: ban.site });
    await this.#parts.store.removeBan(id);
    this.#forget(id);
    this.#parts.bus.announce({ type: "ban-lifted", ban: id });
  }

  #learn(ban: Ban): void {
    if (this.#byId.has(ban.id)) return;
    this.#byId.set(ban.id, ban);
    for (const key of keysOf(ban)) this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(ban));
  }

  #forget(id: string): void {
    const ban = this.#byId.get(id);
    if (ban === undefined) return;
    this.#byId.delete(id);
    for (const key of keysOf(ban)) {
      const there = this.#byKey.get(key);
      there?.delete(ban);
      if (there?.size === 0) this.#byKey.delete(key);
    }
  }
}

/** Whether the ban is for somebody who is here with this number, from this address. */
export function isMeant(ban: Ban, visitor: number, address: string): boolean {
  return keysOf(ban).some((key) => key === visitorKey(ban.site, visitor) || key === networkKey(ban.site, address));
}

function keysOf({ site, visitor, address }: Ban): string[] {
  return [
    ...(visitor === undefined ? [] : [visitorKey(site, visitor)]),
    ...(address === undefined ? [] : [networkKey(site, address)]),
  ];
}

function visitorKey(site: string, visitor: number): string {
  return `${site}#${visitor}`;
}

/** An IPv6 address stands for its household's network: the device may have another one tomorrow. */
function networkKey(site: string, address: string): string {
  return `${site}@${limitKey(address)}`;
}
