import { BellRing } from "lucide-react";
import { useEffect, useState } from "react";
import { Flag } from "../list/flag.tsx";
import { pathOf } from "../list/show.ts";
import { nameOf } from "../chat/chat.ts";
import { acceptConversation, peekChat } from "../chat/chats.ts";
import { useChats } from "../chat/store.ts";
import { isSaidByVisitor } from "../chat/unread.ts";
import { followVisitor, useVisitor } from "../chat/visitors.ts";
import { useOffers } from "../commands/offers.ts";
import { useKeysOf } from "../commands/own-keys.ts";
import type { CommandId } from "../commands/table.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Elapsed } from "../ui/time.tsx";
import styles from "./offer-card.module.css";
import { decline, type Offer, useOwnOffer } from "./queue.ts";
import { TimeLeft } from "./time-left.tsx";

/** The request that is offered to this operator: it stands above everything until it is answered or goes on. */
export function OfferCard() {
  const offer = useOwnOffer();
  const name = nameOf(offer?.request);
  return (
    <>
      {/* Always there, so that a screen reader tells what comes into it. */}
      <div role="alert" className="visually-hidden">
        {offer !== undefined && t("queue.offerFrom", { name })}
      </div>
      {offer !== undefined && <Card key={offer.request.id} offer={offer} />}
    </>
  );
}

function Card({ offer: { request, since, until } }: { offer: Offer }) {
  const { id, site, visitor } = request;
  const [busy, setBusy] = useState(false);
  const { row } = useVisitor(site, visitor);
  const said = useChats(({ chats }) => chats[id]?.messages.findLast(isSaidByVisitor)?.body);
  useEffect(() => followVisitor(site, visitor), [site, visitor]);
  useEffect(() => peekChat(id), [id]);
  const answer = async (how: (conversation: string) => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    await how(id);
    setBusy(false);
  };
  useOffers({
    "offer-accept": () => void answer(acceptConversation),
    "offer-decline": () => void answer(decline),
  });
  return (
    <section className={styles.card} aria-label={t("queue.offer")}>
      <TimeLeft since={since} until={until} />
      <div className={styles.about}>
        <h2 className={styles.who}>
          <BellRing size={14} aria-hidden="true" className={styles.bell} />
          <bdi>{nameOf(request)}</bdi>
          {row?.country !== undefined && <Flag country={row.country} guessed={row.countryGuessed ?? false} />}
          <span className={styles.quiet}>
            <Elapsed since={request.releasedAt ?? request.requestedAt} />
          </span>
        </h2>
        {said?.kind === "text" && (
          <p className={styles.said}>
            <bdi>{said.text}</bdi>
          </p>
        )}
        {row !== undefined && (
          <p className={styles.quiet} title={row.url}>
            <bdi>{row.title || pathOf(row.url)}</bdi>
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button look="primary" disabled={busy} onClick={() => void answer(acceptConversation)}>
          {t("queue.accept")} <KeyOf command="offer-accept" onAccent />
        </Button>
        <Button disabled={busy} onClick={() => void answer(decline)}>
          {t("queue.decline")} <KeyOf command="offer-decline" />
        </Button>
      </div>
    </section>
  );
}

/** The key is part of what the button says: who cannot see it hears how to press it from anywhere. */
function KeyOf({ command, onAccent = false }: { command: CommandId; onAccent?: boolean }) {
  const [keys] = useKeysOf(command);
  return keys === undefined ? null : <Kbd keys={keys} onAccent={onAccent} />;
}
