import {
  Ban,
  Check,
  Copy,
  ExternalLink,
  FileText,
  Globe,
  MessageCircle,
  MessagesSquare,
  Pencil,
  Undo2,
  ArrowRightLeft,
  Hand,
  Route,
  UserPlus,
} from "lucide-react";
import { type ReactNode, type RefObject, useState } from "react";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import type { Key } from "../strings/catalogue.ts";
import { t } from "../strings/t.ts";
import { MenuAt, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { useList } from "./live-list.ts";
import { act, isPossible, type VisitorAction } from "./visitor-actions.ts";

interface Entry {
  action: VisitorAction;
  label: Key;
  icon: ReactNode;
  danger?: boolean;
}

/** What concerns the chat; only what is possible is shown. */
const CHAT: readonly Entry[] = [
  { action: "accept", label: "list.accept", icon: <Check /> },
  { action: "request", label: "list.requestChat", icon: <MessageCircle /> },
  { action: "open", label: "list.openChat", icon: <MessagesSquare /> },
  { action: "withdraw", label: "list.withdraw", icon: <Undo2 /> },
  { action: "take-over", label: "visitor.takeOver", icon: <Hand /> },
  { action: "join", label: "visitor.join", icon: <UserPlus /> },
  { action: "transfer", label: "visitor.transfer", icon: <ArrowRightLeft /> },
  { action: "push", label: "list.pushPage", icon: <ExternalLink /> },
];

/** What concerns the visitor, and is nearly always there. */
const VISITOR: readonly Entry[] = [
  { action: "details", label: "visitor.details", icon: <Route /> },
  { action: "remark", label: "list.setRemark", icon: <Pencil /> },
  { action: "notes", label: "list.notes", icon: <FileText /> },
  { action: "resolve", label: "list.resolve", icon: <Globe /> },
  { action: "copy", label: "list.copyAddress", icon: <Copy /> },
  { action: "ban", label: "administration.banEntry", icon: <Ban />, danger: true },
];

export interface MenuPlace {
  visitor: number;
  rect: DOMRect;
  byKey: boolean;
  /** The finger that opened it is still on the screen. */
  byTouch?: boolean;
}

/** Where the visitor's menu is open. */
export function useVisitorMenu() {
  const [place, setPlace] = useState<MenuPlace>();
  return {
    place,
    open: (next: MenuPlace) => setPlace(next),
    close: () => setPlace(undefined),
  };
}

/** The visitor's menu: right click, the menu key, a long press. */
export function VisitorMenu({
  place,
  onClose,
  focusAfter,
}: {
  place: MenuPlace | undefined;
  onClose: () => void;
  focusAfter: RefObject<HTMLElement | null>;
}) {
  const row = useList(({ rows }) => (place === undefined ? undefined : rows.byVisitor.get(place.visitor)));
  if (place === undefined || row === undefined) return null;
  const chat = CHAT.filter(({ action }) => isPossible(action, row));
  const visitor = VISITOR.filter(({ action }) => isPossible(action, row));
  return (
    <MenuAt
      rect={place.rect}
      byKey={place.byKey}
      byTouch={place.byTouch === true}
      onClose={onClose}
      focusAfter={focusAfter}
      label={t("list.menuFor", { visitor: `#${row.visitor}` })}
    >
      {items(chat, row)}
      {chat.length > 0 && <MenuSeparator />}
      {items(visitor, row)}
    </MenuAt>
  );
}

function items(entries: readonly Entry[], row: VisitorRow): ReactNode {
  return entries.map(({ action, label, icon, danger = false }) => (
    <MenuItem
      key={action}
      icon={icon}
      danger={danger}
      label={t(label)}
      command={action}
      onSelect={() => void act(action, row)}
    />
  ));
}
