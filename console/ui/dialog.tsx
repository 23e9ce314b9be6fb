import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, type RefObject, useLayoutEffect } from "react";
import type { Place } from "../commands/table.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "./button.tsx";
import { cx } from "./cx.ts";
import styles from "./dialog.module.css";

/**
 * A window over the console, modal. Escape and a press beside it close it; focus goes to `focus`, or the first thing in it, and
 * back to where it was. `footer` holds the buttons, the primary one last.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  wide = false,
  bare = false,
  focus,
  keys,
  children,
  footer,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  wide?: boolean;
  /** Nothing but the children, at the upper part of the screen: they say themselves what they are. */
  bare?: boolean;
  focus?: RefObject<HTMLElement | null>;
  /** Its part of the command table, where it has one. */
  keys?: Place;
  children?: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          className={cx(styles.popup, wide && styles.wide, bare && styles.bare)}
          data-keys={keys}
          {...(focus && { initialFocus: focus })}
        >
          {focus !== undefined && <FocusAtOnce on={focus} />}
          <header className={bare ? "visually-hidden" : styles.head}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close render={<IconButton label={t("shell.close")}>{<X />}</IconButton>} />
          </header>
          {description !== undefined && (
            <Base.Description className={styles.description}>{description}</Base.Description>
          )}
          <div className={bare ? styles.bareBody : styles.body}>{children}</div>
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Not a moment later: whoever opened the window by a key goes on typing. */
function FocusAtOnce({ on }: { on: RefObject<HTMLElement | null> }) {
  useLayoutEffect(() => on.current?.focus(), [on]);
  return null;
}
