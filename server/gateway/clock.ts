import { Absences } from "../../chat/absences.ts";
import type { Conversation } from "../../chat/conversation.ts";
import type { Core } from "./core.ts";
import type { ExpectedOperators } from "./expected-operators.ts";
import { type Beating, Heartbeat } from "./heartbeat.ts";
import { OperatorSession } from "./operators.ts";

export interface ClockParts {
  core: Core;
  expected: ExpectedOperators;
  /** Who is asked whether they are there: kinds of lines, the first to be asked first. */
  lines: readonly Iterable<Beating>[];
}

const SWEEP_MS = 1000;

/** What drives the rules, which have no clock of their own: the list's tick, the heartbeat, and each second whoever is gone, away or due. */
export class Clock {
  readonly #core: Core;
  readonly #expected: ExpectedOperators;
  readonly #heartbeat: Heartbeat;
  readonly #absences: Absences;
  readonly #timers: NodeJS.Timeout[] = [];
  #tickedAt = 0;
  #sweeping = false;

  constructor({ core, expected, lines }: ClockParts) {
    this.#core = core;
    this.#expected = expected;
    this.#heartbeat = new Heartbeat(lines, core.bounds.heartbeatMs);
    this.#absences = new Absences(core.world.now());
  }

  start(): void {
    const { tickMs, heartbeatMs } = this.#core.bounds;
    this.#timers.push(
      setInterval(() => this.#tick(), tickMs),
      setInterval(() => void this.#heartbeat.beat(), heartbeatMs),
      setInterval(() => this.#sweep(), SWEEP_MS),
    );
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  /** The conversation is over: nobody waits for its visitor any more. */
  over(conversation: string): void {
    this.#absences.forget(conversation);
  }

  /** Keeps who is online for the next start. */
  keepOnline(): void {
    const { staff, roster } = this.#core;
    const online = staff.all().filter(({ id }) => roster.status(id) === "online");
    this.later(this.#expected.keep(online.map(({ id }) => id)));
  }

  /** Work that nobody waits for: what goes wrong is logged, and tried again at the next sweep if it still stands. */
  later(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#core.log.error({ err: error }, "the sweep left something undone"));
  }

  /** The first to wait when the server has too much to do is the list. */
  #tick(): void {
    const { hub, load } = this.#core;
    const now = performance.now();
    if (load.level !== "normal" && now - this.#tickedAt < load.tickMs) return;
    this.#tickedAt = now;
    for (const end of hub.operators()) if (end instanceof OperatorSession) end.tick();
  }

  #sweep(): void {
    const { world, availability, chattedBefore, directory, hub, invitations, roster, conversations, queue, releases } =
      this.#core;
    for (const { site, visitor } of directory.tick().gone) {
      invitations.visitorGone(site, visitor);
      chattedBefore.left(site, visitor);
      const live = conversations.live.of(site, visitor);
      if (live === undefined) continue;
      this.#absences.left(live, world.now());
      if (live.status === "open") this.later(conversations.presenceChanged(live.id, "visitor-left"));
    }
    if (hub.hasOperators) chattedBefore.sweep();
    invitations.sweep();
    roster.sweep();
    availability.refresh(); // somebody opens or closes by the clock
    this.keepOnline();
    this.later(releases.sweep());
    queue.update();
    if (this.#sweeping) return;
    this.#sweeping = true;
    this.later(
      conversations.sweep((conversation) => this.#awaySince(conversation)).finally(() => (this.#sweeping = false)),
    );
  }

  /** Since when the visitor of a live conversation is away; undefined while here. */
  #awaySince(conversation: Conversation): number | undefined {
    const { site, visitor, id, status } = conversation;
    const { directory, conversations } = this.#core;
    if (directory.get(site, visitor) === undefined) return this.#absences.since(conversation);
    if (this.#absences.forget(id) && status === "open") this.later(conversations.presenceChanged(id, "visitor-back"));
    return undefined;
  }
}
