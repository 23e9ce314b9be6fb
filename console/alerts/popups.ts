import { acceptConversation, openChat } from "../chat/chats.ts";
import { onLine } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { t } from "../strings/t.ts";
import { type Arrival, calling, type Waiting } from "./alerts.ts";
import { takeLead } from "./lead.ts";
import { closePopups, showPopup, usePermission, watchPermission } from "./notifications.ts";
import { useAlertPreferences } from "./preferences.ts";
import { useAlerts, useDismissed } from "./watch.ts";

const LOCK = "shopbell.popup";
/** So long a window in which the operator reads the message has to say so. */
const SEEN_MS = 400;
/** Of a long message; the systems show less. */
const TEXT_LENGTH = 200;

/** What the worker passes on of a press on a notification. */
type Wish = { do: "accept" | "open"; conversation: string };

/** Shows desktop notifications, from one window, until the returned function is called. */
export function startPopups(): () => void {
  let leads = false;
  /** By tag: the title shown. */
  const shown = new Map<string, string>();
  // One after the other: a notification that is to go must have come.
  let doing: Promise<void> = Promise.resolve();
  const next = (act: () => Promise<void>) => {
    // What failed is over: `usePermission` tells, and nothing more is shown.
    doing = doing.then(act).catch(() => undefined);
  };

  const update = () => {
    if (!leads || usePermission.getState().permission !== "granted") return;
    const { kinds } = useAlertPreferences.getState();
    const alerts = useAlerts.getState();
    const callers = calling(alerts, useDismissed.getState().names, (kind) => kinds[kind].popup);
    const wanted = new Set([...callers.map(waitingTag), ...Object.keys(alerts.unread).map(messageTag)]);
    for (const tag of shown.keys()) if (!wanted.has(tag)) shown.delete(tag);
    next(() => closePopups((tag) => isOurs(tag) && !wanted.has(tag)));
    for (const caller of callers) showWaiting(caller);
  };

  const showWaiting = (caller: Waiting) => {
    const tag = waitingTag(caller);
    const title = titleOf(caller);
    if (shown.get(tag) === title) return;
    shown.set(tag, title);
    const site = useMe.getState().sites.find(({ id }) => id === caller.site)?.name ?? "";
    const body = caller.text === undefined ? site : caller.text.slice(0, TEXT_LENGTH);
    const actions = [
      { action: "accept", title: t("alerts.accept") },
      { action: "dismiss", title: t("alerts.dismiss") },
    ];
    next(() => showPopup({ tag, title, body, data: { conversation: caller.conversation, waits: true }, actions }));
  };

  const showMessage = ({ conversation, name, text }: Arrival) => {
    const isUnread = conversation in useAlerts.getState().unread;
    if (!leads || !isUnread || usePermission.getState().permission !== "granted") return;
    if (!useAlertPreferences.getState().kinds.message.popup) return;
    const title = t("alerts.messageFrom", { name });
    const body = text.slice(0, TEXT_LENGTH);
    const actions = [{ action: "open", title: t("alerts.open") }];
    const data = { conversation, waits: false };
    next(() => showPopup({ tag: messageTag(conversation), title, body, data, actions }));
  };

  const release = takeLead(LOCK, () => {
    leads = true;
    update();
  });
  const ends = [
    release,
    watchPermission(),
    usePermission.subscribe(update),
    useAlertPreferences.subscribe(update),
    useDismissed.subscribe(update),
    onLine(update),
    useAlerts.subscribe(({ arrival }, before) => {
      update();
      if (arrival !== undefined && arrival !== before.arrival) setTimeout(showMessage, SEEN_MS, arrival);
    }),
    hearWishes(),
  ];
  return () => {
    const led = leads;
    leads = false;
    for (const end of ends) end();
    if (led) next(() => closePopups(isOurs)); // what stands there is otherwise another window's
  };
}

/** What calls for the operator, as a sentence. */
export function titleOf({ kind, name }: Pick<Waiting, "kind" | "name">): string {
  return t(TITLES[kind], { name });
}

const TITLES = {
  request: "alerts.requestFrom",
  accepted: "alerts.acceptedBy",
  transferred: "alerts.transferOf",
} as const;

function hearWishes(): () => void {
  if (!("serviceWorker" in navigator)) return () => {};
  const obey = ({ data }: MessageEvent<Wish>) => {
    if (data.do === "accept") void acceptConversation(data.conversation);
    if (data.do === "open") openChat(data.conversation);
  };
  navigator.serviceWorker.addEventListener("message", obey);
  navigator.serviceWorker.startMessages();
  return () => navigator.serviceWorker.removeEventListener("message", obey);
}

function waitingTag({ conversation }: Pick<Waiting, "conversation">): string {
  return `waiting-${conversation}`;
}

function messageTag(conversation: string): string {
  return `message-${conversation}`;
}

function isOurs(tag: string): boolean {
  return /^(?:waiting|message)-/.test(tag);
}
