/** Longer than the pauses of somebody who writes. */
const PAUSE_MS = 3_000;

export interface Typing {
  /** A key was pressed; `hasText` is false when it emptied the field. */
  typed(hasText: boolean): void;
  stop(): void;
}

/** Tells when somebody begins to write and when they have stopped, and nothing in between. */
export function makeTyping(tell: (isTyping: boolean) => void): Typing {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    tell(false);
  };
  return {
    stop,
    typed(hasText) {
      if (!hasText) return stop();
      if (timer === undefined) tell(true);
      clearTimeout(timer);
      timer = setTimeout(stop, PAUSE_MS);
    },
  };
}
