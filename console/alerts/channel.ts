import type { Arrival } from "./alerts.ts";

/** What the console's windows in one browser tell each other about alerts; the notifications' worker speaks here too. */
export type Word =
  /** From a window that has begun to be the one that sounds. */
  | { say: "sounds" }
  /** The operator has dismissed what a waiting request calls for. */
  | { say: "dismiss"; conversation: string }
  /** How a chat stands that the speaking window holds; not every window holds every chat. */
  | { say: "unread"; conversation: string; count: number; name: string; arrival?: Arrival };

const channel = new BroadcastChannel("shopbell.alerts");

/** Tells the other windows. */
export function say(word: Word): void {
  channel.postMessage(word);
}

/** Calls `listener` with every word from other windows until the returned function is called. */
export function hear(listener: (word: Word) => void): () => void {
  const onMessage = ({ data }: MessageEvent<Word>) => listener(data);
  channel.addEventListener("message", onMessage);
  return () => channel.removeEventListener("message", onMessage);
}
