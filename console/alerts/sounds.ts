import type { Sound } from "./alert-preferences.ts";
import { calling } from "./alerts.ts";
import { isMuted } from "./muted.ts";
import { useAlertPreferences } from "./preferences.ts";
import { play, useSpeaker } from "./speaker.ts";
import { useAlerts, useDismissed } from "./watch.ts";

/** Messages that come in a burst are one sound. */
const BURST_MS = 400;

/** Sounds what calls for the operator, in the one window that does, until the returned function is called. */
export function startSounds(): () => void {
  let silence: (() => void) | undefined;
  /** What the sound that repeats is about, and how it sounds. */
  let ringing: { conversations: readonly string[]; tune: Sound; volume: number } | undefined;
  let lastMessageAt = -BURST_MS;

  const stop = () => {
    silence?.();
    silence = undefined;
    ringing = undefined;
  };

  const update = () => {
    const { kinds, volume } = useAlertPreferences.getState();
    const callers = calling(useAlerts.getState(), useDismissed.getState().names, (kind) => kinds[kind].sound);
    const newest = callers.at(-1);
    if (useSpeaker.getState().state !== "leads" || newest === undefined) return stop();
    const conversations = callers.map(({ conversation }) => conversation);
    const { tune } = kinds[newest.kind];
    const before = ringing;
    const isNews = conversations.some((conversation) => before?.conversations.includes(conversation) !== true);
    // One fewer goes on as it was; one more begins anew, so that it is heard at once.
    if (isNews || before?.tune !== tune || before.volume !== volume) {
      stop();
      silence = play(tune, { volume, repeat: true });
    }
    ringing = { conversations, tune, volume };
  };

  const unsubscribe = [
    useAlerts.subscribe((alerts, before) => {
      update();
      if (alerts.arrival !== undefined && alerts.arrival !== before.arrival) message(alerts.arrival.conversation);
    }),
    useDismissed.subscribe(update),
    useAlertPreferences.subscribe(update),
    useSpeaker.subscribe(update),
  ];
  update();
  return () => {
    for (const end of unsubscribe) end();
    stop();
  };

  function message(conversation: string): void {
    const { kinds, volume } = useAlertPreferences.getState();
    if (useSpeaker.getState().state !== "leads" || !kinds.message.sound || isMuted(conversation)) return;
    if (performance.now() - lastMessageAt < BURST_MS) return;
    lastMessageAt = performance.now();
    play(kinds.message.tune, { volume });
  }
}
