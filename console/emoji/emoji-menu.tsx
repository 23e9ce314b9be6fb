import { Popover } from "@base-ui/react/popover";
import { Smile } from "lucide-react";
import { type RefObject, Suspense, useRef } from "react";
import canned from "../canned/canned.module.css";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import type { Emoji } from "./emoji.ts";
import styles from "./emoji.module.css";
import { onDemand } from "../ui/on-demand.tsx";

const Picker = onDemand(() => import("./picker.tsx").then((it) => it.Picker));

/** The emoji button and its picker. */
export function EmojiMenu({
  open,
  onOpenChange,
  onPick,
  focusAfter,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (emoji: Emoji) => void;
  focusAfter: RefObject<HTMLElement | null>;
}) {
  const field = useRef<HTMLInputElement>(null);
  /** Within the chat, so that it stands over it, and who goes from landmark to landmark comes by. */
  const home = useRef<HTMLDivElement>(null);
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger
        render={
          <IconButton label={t("emoji.emoji")} command="chat-emoji">
            <Smile />
          </IconButton>
        }
      />
      <div ref={home} />
      <Popover.Portal container={home}>
        <Popover.Positioner className={canned.positioner} side="top" align="start" sideOffset={6} collisionPadding={8}>
          <Popover.Popup
            className={styles.popup}
            aria-label={t("emoji.emoji")}
            initialFocus={field}
            finalFocus={focusAfter}
          >
            <Suspense fallback={<p className={styles.none}>{t("emoji.loading")}</p>}>
              <Picker field={field} onPick={onPick} />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
