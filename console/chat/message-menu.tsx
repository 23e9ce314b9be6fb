import { Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { type RefObject, useRef } from "react";
import type { Message } from "../../protocol/message.ts";
import { plain } from "../save/script.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { copyText } from "../ui/copy-button.tsx";
import { MenuAt, MenuItem } from "../ui/menu.tsx";
import { toast } from "../ui/toast.tsx";
import { askToDelete, canDelete, canEdit, editMessage } from "./editing.ts";
import styles from "./log.module.css";

/** Where a message's menu is open. */
export interface MessageMenuPlace {
  message: Message;
  rect: DOMRect;
  byKey: boolean;
  button: HTMLElement;
}

/** Opens the menu of a message of one's own. The keyboard comes by as long as there is something to change. */
export function MessageMenuButton({
  message,
  onOpen,
}: {
  message: Message;
  onOpen: (place: MessageMenuPlace) => void;
}) {
  return (
    <IconButton
      label={t("takes.messageMenu")}
      className={styles.menuButton}
      aria-haspopup="menu"
      tabIndex={canDelete(message) ? 0 : -1}
      onClick={({ currentTarget, detail }) =>
        onOpen({ message, rect: currentTarget.getBoundingClientRect(), byKey: detail === 0, button: currentTarget })
      }
    >
      <Ellipsis />
    </IconButton>
  );
}

/** What can be done with a message of one's own. */
export function MessageMenu({
  conversation,
  place: { message, rect, byKey, button },
  focusAfter,
  onClose,
}: {
  conversation: string;
  place: MessageMenuPlace;
  focusAfter: RefObject<HTMLElement | null>;
  onClose: () => void;
}) {
  const text = wordsOf(message);
  // Beside the log, which scrolls and cuts off what stands out of it.
  const home = useRef(button.closest<HTMLElement>("aside, main"));
  return (
    <MenuAt
      rect={rect}
      byKey={byKey}
      label={t("takes.messageMenu")}
      onClose={onClose}
      focusAfter={focusAfter}
      home={home}
    >
      {canEdit(message) && (
        <MenuItem icon={<Pencil />} label={t("takes.edit")} onSelect={() => editMessage(conversation, message)} />
      )}
      {text !== "" && <MenuItem icon={<Copy />} label={t("takes.copy")} onSelect={() => void copy(text)} />}
      {canDelete(message) && (
        <MenuItem
          icon={<Trash2 />}
          danger
          label={t("takes.delete")}
          onSelect={() => askToDelete(conversation, message.seq)}
        />
      )}
    </MenuAt>
  );
}

async function copy(text: string): Promise<void> {
  if (await copyText(text)) toast(t("takes.copied"));
  else toast(t("shell.copyFailed"), "problem");
}

function wordsOf({ body }: Message): string {
  if (body.kind === "text") return body.text;
  if (body.kind === "rich") return plain(body.tree);
  return body.kind === "push" ? body.url : "";
}
