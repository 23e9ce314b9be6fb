import { ArrowRightLeft, BellOff, CircleUser, MessageCircleX } from "lucide-react";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { useMuted } from "../alerts/muted.ts";
import { pathOf } from "../list/show.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { StatusDot } from "../ui/status-dot.tsx";
import { Tag } from "../ui/tag.tsx";
import { Elapsed } from "../ui/time.tsx";
import { openVisitor } from "../visitor/open.ts";
import { type Chat, isHeldBy, partIn } from "./chat.ts";
import styles from "./chat-header.module.css";
import { ChatMore } from "./chat-more.tsx";
import { ChatPeople } from "./chat-people.tsx";
import { askToEnd } from "./end-dialog.tsx";
import { useMyId } from "./store.ts";
import { openTransfer } from "./takes.ts";
import type { FollowedVisitor } from "./visitors.ts";

/** Who the chat is with, where they are now and what is known of them. */
export function ChatHeader({
  chat,
  name,
  visitor,
  alone,
}: {
  chat: Chat;
  name: string;
  visitor: FollowedVisitor;
  /** In a window of its own. */
  alone: boolean;
}) {
  const me = useMyId();
  const { conversation, id } = chat;
  const { row, gone } = visitor;
  // In a window of its own it is what the page is about.
  const Heading = alone ? "h1" : "h2";
  const isWriter = partIn(chat, me).kind === "writer";
  const isSilent = useMuted(id) && isWriter;
  const named = conversation !== undefined && name !== `#${conversation.visitor}`;
  return (
    <header className={styles.header}>
      <Heading className={styles.name}>
        <bdi className={styles.who}>{name}</bdi>
        {named && <span className={styles.number}>#{conversation.visitor}</span>}
        {visitor.remark !== undefined && (
          <span className={styles.remark} title={t("chat.remark", { remark: visitor.remark })}>
            [<bdi>{visitor.remark}</bdi>]
          </span>
        )}
        {row !== undefined && row.visits > 1 && <Tag>{t("chat.returning")}</Tag>}
        {isSilent && <Silent />}
      </Heading>
      <div className={styles.buttons}>
        {conversation !== undefined && (
          <IconButton
            label={t("visitor.panel")}
            command="chat-visitor"
            onClick={() => openVisitor(conversation.site, conversation.visitor)}
          >
            <CircleUser />
          </IconButton>
        )}
        {isHeldBy(conversation, me) && (
          <IconButton label={t("takes.transfer")} command="chat-transfer" onClick={() => openTransfer(id)}>
            <ArrowRightLeft />
          </IconButton>
        )}
        {isHeldBy(conversation, me) && (
          <IconButton label={t("chat.end")} command="chat-end" onClick={() => askToEnd(id)}>
            <MessageCircleX />
          </IconButton>
        )}
        <ChatMore chat={chat} name={name} alone={alone} isWriter={isWriter} />
      </div>
      <p className={styles.about}>
        {row === undefined || gone ? <Gone known={visitor.remembered} /> : <Page row={row} />}
      </p>
      {/* The room is there before it is known: nothing moves when it comes. */}
      <p className={styles.about}>{row === undefined ? "\u00a0" : details(row)}</p>
      <ChatPeople chat={chat} me={me} />
    </header>
  );
}

/** That a chat's messages do not sound. */
function Silent() {
  return (
    <span className={styles.silent} role="img" aria-label={t("alerts.chatSilent")} title={t("alerts.chatSilent")}>
      <BellOff />
    </span>
  );
}

function Page({ row }: { row: VisitorRow }) {
  const path = pathOf(row.url);
  return (
    <>
      <StatusDot status="online" />
      <span className={styles.page} title={row.url}>
        <bdi>{path}</bdi>{" "}
        {row.title !== "" && (
          <>
            — <bdi>{row.title}</bdi>
          </>
        )}
      </span>
      <span className={styles.since}>
        · <Elapsed since={row.pageAt} /> {t("chat.onPage")}
      </span>
    </>
  );
}

function Gone({ known }: { known: boolean }) {
  if (!known) return "\u00a0";
  return (
    <>
      <StatusDot status="offline" /> {t("chat.leftSite")}
    </>
  );
}

/** `Germany · 203.0.113.24 · Firefox on macOS · 3rd visit` */
function details({ country, countryGuessed, address, hostName, browser, visits }: VisitorRow) {
  const { language } = usePreferences.getState();
  const place = country && (new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country);
  const guessed = place !== undefined && countryGuessed === true;
  const category = new Intl.PluralRules(language, { type: "ordinal" }).select(visits);
  const ordinal = category === "zero" || category === "many" ? "other" : category;
  const rest = [
    hostName === undefined ? address : `${address} (${hostName})`,
    browser,
    t(`chat.visit-${ordinal}`, { count: visits }),
  ];
  return (
    <span className={styles.page}>
      {place !== undefined && (
        <span title={guessed ? t("chat.guessed", { country: place }) : undefined}>
          {guessed && "≈ "}
          {place}
          {" · "}
        </span>
      )}
      {rest.filter((part) => part !== "").join(" · ")}
    </span>
  );
}
