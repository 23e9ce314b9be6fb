import { SimulatedVisitor } from "./simulated-visitor.ts";

export interface ShopperOptions {
  server: string;
  siteKey: string;
  origin: string;
  /** Milliseconds on a page, on average. */
  pageMs: number;
  /** Which of the crowd this is, from 0: it decides who they are. */
  index: number;
  /** Whether each comes from an address of this computer of its own, 127.0.0.0/8. */
  ownAddress: boolean;
  onState: () => void;
}

const BROWSERS = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
];
const CAME_FROM = ["", "https://www.google.com/", "https://duckduckgo.com/", "https://hiking.example/best-tents"];
const LANGUAGES = ["en-GB", "de-DE", "fr-FR", "nl-NL", "en-US"];
const TIME_ZONES = ["Europe/London", "Europe/Berlin", "Europe/Paris", "Europe/Amsterdam", "America/New_York"];
const KINDS = ["Tent", "Jacket", "Boot", "Pack", "Stove"];
/** Of so many page changes one is the end of the visit, and somebody else comes. */
const PAGES_PER_VISIT = 12;

/** A place in the crowd: somebody who goes from page to page and leaves in the end, and then the next one. */
export class Shopper {
  readonly #options: ShopperOptions;
  #visitor: SimulatedVisitor;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ShopperOptions) {
    this.#options = options;
    this.#visitor = this.#arrive();
  }

  get visitor(): SimulatedVisitor {
    return this.#visitor;
  }

  start(): void {
    this.#visitor.line.start();
    this.#timer = setTimeout(() => this.#next(), 2 * Math.random() * this.#options.pageMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#visitor.line.stop();
  }

  #next(): void {
    if (Math.random() < 1 / PAGES_PER_VISIT) {
      this.#visitor.leave();
      this.#visitor = this.#arrive();
      this.start();
      return;
    }
    const { url, title } = this.#page();
    this.#visitor.go(url, title);
    this.#timer = setTimeout(() => this.#next(), 2 * Math.random() * this.#options.pageMs);
  }

  #arrive(): SimulatedVisitor {
    const { server, siteKey, origin, index, ownAddress, onState } = this.#options;
    return new SimulatedVisitor({
      server,
      siteKey,
      origin,
      ...this.#page(),
      userAgent: of(BROWSERS, index),
      visit: { count: 1 + (index % 7), cameFrom: of(CAME_FROM, index) },
      language: of(LANGUAGES, index),
      timeZone: of(TIME_ZONES, index),
      ...(ownAddress ? { address: `127.${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}` } : {}),
      onState,
    });
  }

  #page(): { url: string; title: string } {
    const number = Math.floor(Math.random() * 200);
    const kind = of(KINDS, number);
    return { url: `${this.#options.origin}/demo/${kind.toLowerCase()}s/${number}`, title: `${kind} number ${number}` };
  }
}

function of<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
