/** Near enough to the end to count as there: less than a line. */
const NEAR_PX = 24;

const STAY = "shopbell-stay";

/** To be called before something in the log grows that the reader looks at, or is led to: then the end is not the place to be. */
export function stay(within: Element | null): void {
  within?.dispatchEvent(new Event(STAY, { bubbles: true }));
}

/**
 * Keeps a scrolling log at its end while the reader is there, whatever grows (messages, pictures that load, the window).
 * Once the reader has scrolled up it stays where it is, and `missed` says whether something new has come since.
 */
export class EndKeeper {
  missed = false;
  #element: HTMLElement | undefined;
  #atEnd = true;
  #lastTop = 0;
  readonly #listeners = new Set<() => void>();

  /** Keeps `element` at its end until the returned function is called. What grows is its first child. */
  keep(element: HTMLElement): () => void {
    this.#element = element;
    const onScroll = () => this.#scrolled();
    const onStay = () => (this.#atEnd = false);
    const grown = new ResizeObserver(() => this.#atEnd && this.goToEnd());
    grown.observe(element);
    if (element.firstElementChild !== null) grown.observe(element.firstElementChild);
    element.addEventListener("scroll", onScroll, { passive: true });
    element.addEventListener(STAY, onStay);
    return () => {
      this.#element = undefined;
      grown.disconnect();
      element.removeEventListener("scroll", onScroll);
      element.removeEventListener(STAY, onStay);
    };
  }

  /** Something was added at the end; `own` when the reader wrote it, and so wants to see it. */
  added(own: boolean): void {
    if (this.#atEnd || own) this.goToEnd();
    else this.#say(true);
  }

  readonly goToEnd = (): void => {
    this.#atEnd = true;
    this.#say(false);
    if (this.#element !== undefined) this.#element.scrollTop = this.#element.scrollHeight;
  };

  /** Calls `listener` when `missed` changes, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #scrolled(): void {
    if (this.#element === undefined) return;
    const { scrollTop, scrollHeight, clientHeight } = this.#element;
    if (scrollHeight - clientHeight - scrollTop < NEAR_PX) {
      this.#atEnd = true;
      this.#say(false);
    } else if (scrollTop < this.#lastTop - 1) {
      // Only scrolling up leaves the end. What is merely added below leaves the reader's wish as it was.
      this.#atEnd = false;
    }
    this.#lastTop = scrollTop;
  }

  #say(missed: boolean): void {
    if (missed === this.missed) return;
    this.missed = missed;
    for (const listener of this.#listeners) listener();
  }
}
