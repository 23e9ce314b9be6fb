import { Eye, UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import type { Person } from "../../protocol/server-to-operator.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import type { Chat } from "./chat.ts";
import styles from "./chat-header.module.css";

/** Which colleagues are there besides who has the chat: who has joined, who looks on. Nothing where nobody is. */
export function ChatPeople({ chat, me }: { chat: Chat; me: string }) {
  const { conversation, viewers } = chat;
  if (conversation?.status !== "open") return null;
  const { operator, others = [] } = conversation;
  const joined = others.filter(({ id }) => id !== me);
  const parties = new Set([operator, ...others].map((person) => person?.id));
  const looking = viewers.filter(({ id }) => id !== me && !parties.has(id));
  // It is there also while it is empty, so that what comes into it is read out.
  return (
    <p className={styles.people} role="status">
      {joined.length > 0 && (
        <Part icon={<UsersRound />}>{t("takes.joinedToo", { count: joined.length, names: namesOf(joined) })}</Part>
      )}
      {looking.length > 0 && (
        <Part icon={<Eye />}>{t("takes.looksOn", { count: looking.length, names: namesOf(looking) })}</Part>
      )}
    </p>
  );
}

function Part({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className={styles.person}>
      {icon}
      {children}
    </span>
  );
}

/** `Ana, Priya and Sam`. */
function namesOf(people: readonly Person[]): string {
  const { language } = usePreferences.getState();
  return new Intl.ListFormat(language).format(people.map(({ name }) => name));
}
