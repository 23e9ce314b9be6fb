import { memo, type ReactNode } from "react";
import type { Message } from "../../protocol/message.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { saidIn } from "../find/hits.ts";
import { Folded } from "./folded.tsx";
import styles from "./log.module.css";
import { LinkedText } from "./linked-text.tsx";
import { RichText } from "./rich-text.tsx";

/** Something said. */
export const Bubble = memo(function Bubble({
  message,
  speaker,
  edited = false,
}: {
  message: Message;
  speaker: string;
  /** Its words are not the first ones. */
  edited?: boolean;
}) {
  const { author, body } = message;
  if (body.kind === "blank")
    return (
      <p className={styles.deleted}>
        <Speaker name={speaker} />
        {t("takes.deleted")}
      </p>
    );
  const own = author.kind !== "visitor";
  return (
    <div className={cx(styles.bubble, own && styles.own)} dir="auto">
      <Speaker name={speaker} />
      {body.kind === "text" && (
        <Folded message={message.id} text={body.text}>
          <LinkedText text={body.text} />
        </Folded>
      )}
      {body.kind === "rich" && (
        <Folded message={message.id} text={saidIn(body)}>
          <RichText tree={body.tree} />
        </Folded>
      )}
      {edited && <span className={styles.edited}>{t("takes.edited")}</span>}
    </div>
  );
});

/** Who said it, for those who do not see on which side it stands. */
export function Speaker({ name }: { name: string }): ReactNode {
  return <span className="visually-hidden">{`${name}: `}</span>;
}

/** Who a message is by, as it is read aloud and written under other operators' messages. */
export function speakerOf({ author }: Message, visitorName: string, me: string): string {
  if (author.kind === "visitor") return visitorName;
  if (author.kind === "system") return t("chat.system");
  return author.id === me ? t("chat.you") : author.name;
}
