import { type FocusEvent, type ReactNode, useId } from "react";
import { create } from "zustand";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { stay } from "./end-keeper.ts";
import styles from "./folded.module.css";

/** More than about a dozen lines in a narrow column. */
const LONG_CHARACTERS = 900;
const LONG_LINES = 14;

/** The messages that are shown whole, by id; for as long as the window is open. */
const useUnfolded = create<{ readonly [message: string]: boolean }>(() => ({}));

/** Whether a text is so long that only its beginning is shown at first. */
function isLong(text: string): boolean {
  return text.length > LONG_CHARACTERS || text.split("\n").length > LONG_LINES;
}

/** Shows a long message whole. */
export function unfold(message: string): void {
  useUnfolded.setState({ [message]: true });
}

/** What is said: of a long message the beginning, and a button for the rest. */
export function Folded({ message, text, children }: { message: string; text: string; children: ReactNode }) {
  const id = useId();
  const isUnfolded = useUnfolded((unfolded) => unfolded[message] === true);
  if (!isLong(text)) return <span data-said={message}>{children}</span>;
  // A link in what is not to be seen must not have the focus.
  const reveal = ({ target }: FocusEvent) => target instanceof HTMLAnchorElement && unfold(message);
  return (
    <>
      <span
        id={id}
        data-said={message}
        className={cx(styles.text, !isUnfolded && styles.folded)}
        onFocusCapture={isUnfolded ? undefined : reveal}
      >
        {children}
      </span>
      <button
        type="button"
        className={styles.more}
        aria-expanded={isUnfolded}
        aria-controls={id}
        onClick={({ currentTarget }) => {
          stay(currentTarget);
          useUnfolded.setState({ [message]: !isUnfolded });
        }}
      >
        {t(isUnfolded ? "find.showLess" : "find.showAll")}
      </button>
    </>
  );
}
