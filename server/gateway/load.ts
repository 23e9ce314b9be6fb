import { type EventLoopUtilization, monitorEventLoopDelay, performance } from "node:perf_hooks";
import type { Logger } from "pino";
import { type LoadBounds, type LoadLevel, LoadRule, type LoadSample } from "./load-rule.ts";

export interface LoadParts {
  bounds: LoadBounds & { tickMs: number; overloadTickMs: number; overloadReturnMs: number };
  log: Pick<Logger, "warn" | "info">;
  /** Called when the level is another. */
  onChange: () => void;
}

/** For Prometheus. */
export interface LoadFigures extends LoadSample {
  level: LoadLevel;
  visitorsPutOff: number;
}

/** How often the load is looked at. */
const LOOK_MS = 1_000;
/** Between two beats by which the event loop's delay is measured; each is that much late when nothing is. */
const BEAT_MS = 50;

const ENTERED: Record<LoadLevel, string> = {
  normal: "the load is over: the visitor list is sent as often as ever, and everybody is let in",
  busy: "busy: the visitor list is sent less often, chats go on as ever; see `shopbell doctor` for what this machine carries",
  overloaded:
    "overloaded: new visitors without a chat are asked to come back later, chats go on as ever; see `shopbell doctor` for what this machine carries",
};

/** How hard-pressed this server is, as its event loop shows, and what is put off for it. */
export class Load {
  readonly #parts: LoadParts;
  readonly #rule: LoadRule;
  readonly #delay = monitorEventLoopDelay({ resolution: BEAT_MS });
  #sample: LoadSample = { busy: 0, delayMs: 0 };
  #utilization: EventLoopUtilization = performance.eventLoopUtilization();
  #lookedAt = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #visitorsPutOff = 0;

  constructor(parts: LoadParts) {
    this.#parts = parts;
    this.#rule = new LoadRule(parts.bounds);
  }

  start(): void {
    this.#delay.enable();
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#delay.disable();
  }

  get level(): LoadLevel {
    return this.#rule.level;
  }

  /** How often the list is told as things are. */
  get tickMs(): number {
    const { tickMs, overloadTickMs } = this.#parts.bounds;
    return this.level === "normal" ? tickMs : Math.max(tickMs, overloadTickMs);
  }

  /**
   * For a new visitor without a chat: when to come back, spread so that they do not all come at once; or undefined: come in.
   * @param isFull whether as many are here as may be
   */
  putOff(isFull: boolean): number | undefined {
    if (this.level !== "overloaded" && !isFull) return undefined;
    this.#visitorsPutOff += 1;
    return this.#parts.bounds.overloadReturnMs * (1 + Math.random());
  }

  figures(): LoadFigures {
    return { ...this.#sample, level: this.level, visitorsPutOff: this.#visitorsPutOff };
  }

  #look(): void {
    const now = performance.now();
    const utilization = performance.eventLoopUtilization();
    const { mean } = this.#delay;
    // Without a single beat the loop stood still for as long.
    const delayMs = Number.isNaN(mean) ? now - this.#lookedAt : Math.max(0, mean / 1e6 - BEAT_MS);
    this.#sample = { busy: performance.eventLoopUtilization(utilization, this.#utilization).utilization, delayMs };
    this.#delay.reset();
    this.#utilization = utilization;
    this.#lookedAt = now;
    const before = this.level;
    const level = this.#rule.next(this.#sample, now);
    if (level === before) return;
    const { log, onChange } = this.#parts;
    const figures = { load: level, busyPercent: Math.round(this.#sample.busy * 100), delayMs: Math.round(delayMs) };
    if (level === "normal") log.info(figures, ENTERED[level]);
    else log.warn(figures, ENTERED[level]);
    onChange();
  }
}
