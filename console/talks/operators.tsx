import { Headset, MessageCircle } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Colleague } from "../../protocol/server-to-operator.ts";
import { useMyId } from "../chat/store.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { MenuAt, MenuItem } from "../ui/menu.tsx";
import { StatusDot } from "../ui/status-dot.tsx";
import styles from "./operators.module.css";
import { statusWord } from "./status-word.ts";
import { unreadIn } from "./talk.ts";
import { openTalk, useTalk } from "./talks.ts";
import { useTally } from "./tally.ts";

const ORDER = ["online", "away", "offline"] as const;

/** Everybody who can sign in, and how they are just now; who is double-clicked is chatted with. */
export function Operators() {
  const me = useMyId();
  const colleagues = useMe((state) => state.colleagues);
  const tally = useTally();
  const grid = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const [menu, setMenu] = useState<{ colleague: Colleague; rect: DOMRect; byKey: boolean }>();
  const prefix = useId();
  const sorted = useMemo(() => inOrder(colleagues), [colleagues]);
  const index = Math.max(
    0,
    sorted.findIndex(({ id }) => id === chosen),
  );
  const current = sorted[index];
  useEffect(() => {
    if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
  }, []);

  const rowId = (id: string) => `${prefix}-${id}`;
  const openMenu = (colleague: Colleague, byKey: boolean, at?: MouseEvent) => {
    if (colleague.id === me) return;
    const row = document.getElementById(rowId(colleague.id))?.getBoundingClientRect();
    const rect = at === undefined ? row : new DOMRect(at.clientX, at.clientY, 0, 0);
    if (rect !== undefined) setMenu({ colleague, rect, byKey });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (current === undefined || event.target !== grid.current) return;
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: sorted.length - 1 }[event.key];
    if (target !== undefined) {
      const next = sorted[Math.min(Math.max(target, 0), sorted.length - 1)];
      setChosen(next?.id);
      if (next !== undefined) document.getElementById(rowId(next.id))?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") chat(current, me);
    else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) openMenu(current, true);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>
          {t("talks.operators")} <span className={styles.tally}>{t("talks.tally", tally)}</span>
        </h1>
        <p>{t("talks.text")}</p>
      </header>
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        aria-label={t("talks.operators")}
        aria-activedescendant={current === undefined ? undefined : rowId(current.id)}
        className={styles.grid}
        onKeyDown={onKeyDown}
      >
        <div role="row" className={cx(styles.row, styles.columns)}>
          <span role="columnheader">{t("talks.id")}</span>
          <span role="columnheader">{t("talks.name")}</span>
          <span role="columnheader">{t("talks.department")}</span>
          <span role="columnheader">{t("talks.status")}</span>
          <span role="columnheader">
            <span className="visually-hidden">{t("talks.chat")}</span>
          </span>
        </div>
        {sorted.map((colleague) => (
          <Row
            key={colleague.id}
            id={rowId(colleague.id)}
            colleague={colleague}
            isMe={colleague.id === me}
            isChosen={colleague === current}
            onChoose={() => setChosen(colleague.id)}
            onMenu={(event) => openMenu(colleague, false, event)}
          />
        ))}
      </div>
      {colleagues.length === 1 && (
        <EmptyState icon={<Headset />} title={t("talks.alone")}>
          <p>{t("talks.aloneText")}</p>
        </EmptyState>
      )}
      {menu !== undefined && (
        <MenuAt
          rect={menu.rect}
          byKey={menu.byKey}
          label={t("talks.actions", { name: menu.colleague.name })}
          onClose={() => setMenu(undefined)}
          focusAfter={grid}
        >
          <MenuItem
            icon={<MessageCircle />}
            label={t("talks.chatWith", { name: menu.colleague.name })}
            onSelect={() => chat(menu.colleague, me)}
          />
        </MenuAt>
      )}
    </div>
  );
}

function Row({
  id,
  colleague,
  isMe,
  isChosen,
  onChoose,
  onMenu,
}: {
  id: string;
  colleague: Colleague;
  isMe: boolean;
  isChosen: boolean;
  onChoose: () => void;
  onMenu: (event: MouseEvent) => void;
}) {
  const { login, name, status, departments = [] } = colleague;
  const unread = unreadIn(useTalk(colleague.id));
  const known = useMe((state) => state.departments);
  const names = known.filter((one) => departments.includes(one.id)).map((one) => one.name);
  const me = useMyId();
  return (
    <div
      id={id}
      role="row"
      aria-selected={isChosen}
      className={cx(styles.row, styles.operator, isChosen && styles.chosen, status === "offline" && styles.offline)}
      onPointerDown={onChoose}
      onDoubleClick={() => chat(colleague, me)}
      onContextMenu={(event) => {
        event.preventDefault();
        onChoose();
        onMenu(event);
      }}
    >
      <span role="gridcell" className={styles.login}>
        {login}
      </span>
      <span role="gridcell">
        <bdi>{name}</bdi>
        {isMe && <span className={styles.me}> ({t("talks.you")})</span>}
        {unread > 0 && (
          <span className={styles.unread} title={t("chat.unread", { count: unread })}>
            {unread}
            <span className="visually-hidden"> {t("chat.unread", { count: unread })}</span>
          </span>
        )}
      </span>
      <span role="gridcell" className={styles.department}>
        {names.join(", ") || "—"}
      </span>
      <span role="gridcell" className={styles.status}>
        <StatusDot status={status} /> {statusWord(status)}
      </span>
      <span role="gridcell" className={styles.action}>
        {!isMe && (
          <Button
            size="small"
            tabIndex={-1}
            aria-label={t("talks.chatWith", { name })}
            onClick={() => chat(colleague, me)}
          >
            {t("talks.chat")}
          </Button>
        )}
      </span>
    </div>
  );
}

/** Not with oneself. */
function chat({ id }: Colleague, me: string): void {
  if (id !== me) openTalk(id);
}

/** Who is there comes first. */
function inOrder(colleagues: readonly Colleague[]): Colleague[] {
  const rank = ({ status }: Colleague) => ORDER.indexOf(status);
  return colleagues.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}
