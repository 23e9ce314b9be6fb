import { Bell, BellOff, Ellipsis, ExternalLink, FileText, Save, Search } from "lucide-react";
import { useRef } from "react";
import { setMuted, useMuted } from "../alerts/muted.ts";
import { findInChat } from "../find/finding.ts";
import { saveChat } from "../save/save.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu, MenuCheck, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import type { Chat } from "./chat.ts";
import { openNotes } from "./notes.ts";
import { popOut } from "./pop-out.ts";

/** What can be done with a chat besides what its header shows. */
export function ChatMore({
  chat: { id, conversation, loaded },
  chat,
  name,
  alone,
  isWriter,
}: {
  chat: Chat;
  name: string;
  /** In a window of its own. */
  alone: boolean;
  /** Who only looks on hears nothing of it. */
  isWriter: boolean;
}) {
  const isMuted = useMuted(id);
  const home = useRef<HTMLSpanElement>(null);
  return (
    <span ref={home}>
      <Menu
        align="end"
        home={home}
        trigger={
          <IconButton label={t("chat.more")}>
            <Ellipsis />
          </IconButton>
        }
      >
        {conversation !== undefined && (
          <>
            <MenuItem
              icon={<FileText />}
              label={t("chat.notes")}
              command="chat-notes"
              onSelect={() => openNotes(conversation.site, conversation.visitor)}
            />
            <MenuItem icon={<Search />} label={t("find.inChat")} command="chat-find" onSelect={() => findInChat(id)} />
            <MenuItem
              icon={<Save />}
              label={t("save.save")}
              command="chat-save"
              disabled={!loaded}
              onSelect={() => void saveChat(chat, name)}
            />
          </>
        )}
        {!alone && (
          <MenuItem
            icon={<ExternalLink />}
            label={t("chat.popOut")}
            command="chat-pop-out"
            onSelect={() => popOut(id)}
          />
        )}
        {isWriter && (
          <>
            <MenuSeparator />
            <MenuCheck
              icon={isMuted ? <BellOff /> : <Bell />}
              label={t("alerts.chatSound")}
              command="chat-sound"
              checked={!isMuted}
              onChange={(on) => setMuted(id, !on)}
            />
          </>
        )}
      </Menu>
    </span>
  );
}
