/** Longer than the pauses of somebody who writes. */
const PAUSE_MS = 3_000;
/** Between two looks at what is being written, where the operators may have them. */
const PREVIEW_MS = 600;

export interface Typing {
  /** A key was pressed, and this is what stands there now. */
  typed(text: string): void;
  stop(): void;
  /** From now on what is written is told, not only that something is. The visitor has to know. */
  showsText: boolean;
}

/** Tells when somebody begins to write and when they have stopped; in between what they have written, if that is wanted. */
export function makeTyping(tell: (isTyping: boolean, text?: string) => void): Typing {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOn = false;
  let written = "";
  const after = (ms: number, then: () => void) => {
    timer = setTimeout(() => {
      timer = undefined;
      then();
    }, ms);
  };
  const typing: Typing = {
    showsText: false,
    stop() {
      clearTimeout(timer);
      timer = undefined;
      if (isOn) tell((isOn = false));
    },
    typed(text) {
      written = text;
      if (text === "") return typing.stop();
      if (typing.showsText) {
        // The first letter at once, and the last state always; what was written stays told until it is sent or taken back.
        if (!isOn) tell(true, written);
        if (timer === undefined && isOn) after(PREVIEW_MS, () => tell(true, written));
      } else {
        if (!isOn) tell(true);
        clearTimeout(timer);
        after(PAUSE_MS, typing.stop);
      }
      isOn = true;
    },
  };
  return typing;
}
